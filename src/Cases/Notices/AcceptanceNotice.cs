using Approvals.Kernel.Calendar;

namespace Approvals.Cases.Notices;

/// <summary>受理通知书 (行政许可法 art. 32): what was received, by when there is a result, and what does not count.</summary>
public static class AcceptanceNotice
{
    /// <param name="deemedFrom">The day of receipt, when it was accepted by silence.</param>
    /// <param name="received">Names of the materials received.</param>
    /// <param name="promisedDue">Last day of the promised limit, <paramref name="legalDue"/> of the legal one.</param>
    public static NoticeText Build(
        NoticeFrame frame,
        IReadOnlyList<string> received,
        DateOnly promisedDue,
        DateOnly legalDue,
        WorkingCalendar calendar,
        DateOnly? deemedFrom = null
    )
    {
        var limits = frame.Item.Limits;
        var provisional =
            calendar.IsProvisional(promisedDue) || calendar.IsProvisional(legalDue)
                ? "（相关年份放假安排尚未公布，日期暂定）"
                : "";
        var excluded = frame
            .Item.SpecialProcedures.Where(procedure => !procedure.CountsInLimit)
            .Select(procedure => procedure.Name)
            .ToList();
        var closing = new List<string>
        {
            $"承诺时限 {limits.PromisedDays} 个工作日，最迟 {ChineseDates.Short(promisedDue)}作出决定；"
                + $"法定时限 {limits.LegalDays} 个工作日，至 {ChineseDates.Short(legalDue)}{provisional}。受理当天不计（行政许可法第八十二条）。",
        };
        if (excluded.Count > 0)
        {
            closing.Add(
                $"需要{string.Join("、", excluded)}的，所需时间不计入时限，将书面告知（行政许可法第四十五条）。"
            );
        }

        closing.Add(frame.Enquiry);
        return frame.Text(
            "受理通知书",
            [
                deemedFrom is { } day
                    ? $"{frame.Application}，五个工作日内未告知是否受理或者需要补正，依照《中华人民共和国行政许可法》第三十二条，自收到申请材料之日（{ChineseDates.Long(day)}）起即为受理。收到的材料如下："
                    : $"{frame.Application}，材料齐全、符合法定形式，依照《中华人民共和国行政许可法》第三十二条，现予受理。收到的材料如下：",
            ],
            received,
            closing
        );
    }
}
