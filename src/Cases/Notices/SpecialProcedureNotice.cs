namespace Approvals.Cases.Notices;

/// <summary>特别程序期限告知书 (行政许可法 art. 45): which procedure, why, and how long it takes; meanwhile no limit runs.</summary>
public static class SpecialProcedureNotice
{
    /// <param name="days">Working days that it takes.</param>
    /// <param name="expectedEnd">Its last day, as expected.</param>
    public static NoticeText Build(
        NoticeFrame frame,
        string procedure,
        string reason,
        int days,
        DateOnly expectedEnd
    ) =>
        frame.Text(
            "特别程序期限告知书",
            [
                $"{frame.Application}，办理中依法需要{procedure}。{reason}",
                $"所需时间 {days} 个工作日，预计至 {ChineseDates.Short(expectedEnd)}结束。依照《中华人民共和国行政许可法》第四十五条，这段时间不计算在办理时限内。",
            ],
            [],
            ["程序结束后时限继续计算，新的最迟日期见“我的办件”。", frame.Enquiry]
        );
}
