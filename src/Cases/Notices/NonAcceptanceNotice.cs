namespace Approvals.Cases.Notices;

/// <summary>不予受理通知书 (行政许可法 art. 32): the reason, where to go instead, and the remedies.</summary>
public static class NonAcceptanceNotice
{
    public static NoticeText Build(NoticeFrame frame, string reason, string whereToGo, string government) =>
        frame.Text(
            "不予受理通知书",
            [
                $"{frame.Application}，依照《中华人民共和国行政许可法》第三十二条，决定不予受理。",
                $"理由：{reason}",
                $"办理去向：{whereToGo}",
            ],
            [],
            [Remedies.Text("本通知书", government), frame.Enquiry]
        );
}
