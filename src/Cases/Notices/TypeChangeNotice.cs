namespace Approvals.Cases.Notices;

/// <summary>办件类型变更告知书: from which type to which, why, who takes part, and what becomes of the limits.</summary>
public static class TypeChangeNotice
{
    /// <param name="departments">Names of the departments that take part now.</param>
    /// <param name="due">Last day of the limit that runs, when one does.</param>
    public static NoticeText Build(
        NoticeFrame frame,
        string from,
        string to,
        string reason,
        int promisedDays,
        IReadOnlyList<string> departments,
        DateOnly? due
    )
    {
        var closing = new List<string>
        {
            $"承诺时限为 {promisedDays} 个工作日，已经过的时间照常计算"
                + (due is { } day ? $"，当前期限至 {ChineseDates.Short(day)}。" : "。"),
            frame.Enquiry,
        };
        return frame.Text(
            "办件类型变更告知书",
            [
                $"{frame.Application}，原按{from}办理，现改按{to}办理。理由：{reason}",
                .. departments.Count > 0
                    ? ["参加办理的部门：" + string.Join("、", departments) + "。"]
                    : Array.Empty<string>(),
            ],
            [],
            closing
        );
    }
}
