namespace Approvals.Cases.Notices;

/// <summary>转报函 (行政许可法 art. 43): the lower unit's first review with the whole file, to the unit that decides.</summary>
public static class ReferralLetter
{
    /// <param name="frame">Addressed to the upper unit.</param>
    public static NoticeText Build(
        NoticeFrame frame,
        string applicant,
        IReadOnlyList<string> materials,
        bool isFavourable,
        string opinion,
        int upperDays
    ) =>
        frame.Text(
            "转报函",
            [
                $"{applicant}于 {ChineseDates.Long(frame.Submitted)}提出的“{frame.Item.Name}”申请（查询号 {CaseNumber.Grouped(frame.Query)}），我单位已初审完毕，依照《中华人民共和国行政许可法》第四十三条，现将初审意见和全部申请材料报请决定。材料如下：",
            ],
            materials,
            [
                $"初审意见：{(isFavourable ? "建议准予" : "建议不予许可")}。{opinion}",
                $"请自收到之日起 {upperDays} 个工作日内决定，决定随系统答复我单位。",
            ]
        );
}
