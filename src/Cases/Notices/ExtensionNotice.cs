namespace Approvals.Cases.Notices;

/// <summary>延长办理期限告知书 (行政许可法 art. 42): by how much, why, who approved it, and the new dates.</summary>
public static class ExtensionNotice
{
    /// <param name="days">Working days by which promise and limit grow.</param>
    public static NoticeText Build(
        NoticeFrame frame,
        int days,
        string reason,
        string approvedBy,
        DateOnly promisedDue,
        DateOnly legalDue
    ) =>
        frame.Text(
            "延长办理期限告知书",
            [
                $"{frame.Application}，因{reason.TrimEnd('。')}，不能在原定期限内作出决定。依照《中华人民共和国行政许可法》第四十二条，经{approvedBy}批准，延长 {days} 个工作日。",
                $"延长后最迟 {ChineseDates.Short(promisedDue)}作出决定，法定期限至 {ChineseDates.Short(legalDue)}。",
            ],
            [],
            ["办理期限只延长这一次。", frame.Enquiry]
        );
}
