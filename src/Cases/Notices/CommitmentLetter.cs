using Approvals.Kernel.Calendar;

namespace Approvals.Cases.Notices;

/// <summary>
/// 告知承诺书: the conditions and materials that the applicant was told, what is promised, and what follows from a broken promise
/// (国办发〔2020〕42 号). The promise was given in the application, by whoever submitted it and at that instant.
/// </summary>
public static class CommitmentLetter
{
    public static NoticeText Build(NoticeFrame frame, DateTimeOffset committedAt, int verifyDays) =>
        frame.Text(
            "告知承诺书",
            [
                $"{frame.Item.Authority}已就“{frame.Item.Name}”（查询号 {CaseNumber.Grouped(frame.Query)}）一次性告知办理条件如下：",
            ],
            frame.Item.Conditions,
            [
                $"申请人于 {ChineseDates.Long(CivilTime.DateOf(committedAt))} {committedAt.ToOffset(CivilTime.Offset):HH:mm}"
                    + "在申请中承诺：已知晓全部告知内容，已符合上列条件，所填内容和材料真实，愿接受核查，并承担不实承诺的法律责任。",
                $"作出决定后 {verifyDays} 个工作日内核查。未达到条件的责令限期整改；整改后仍不符合，或者承诺不实的，依照《中华人民共和国行政许可法》第六十九条撤销决定，并依法记录。",
                frame.Enquiry,
            ]
        );
}
