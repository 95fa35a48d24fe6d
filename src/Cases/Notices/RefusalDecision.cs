namespace Approvals.Cases.Notices;

/// <summary>不予行政许可决定书 (行政许可法 art. 38): every reason, then the remedies as the decision states them.</summary>
public static class RefusalDecision
{
    public static NoticeText Build(NoticeFrame frame, IReadOnlyList<string> reasons, string remedies) =>
        frame.Text(
            $"不予{frame.Item.PowerType}决定书",
            [
                $"{frame.Application}，经审查，不符合法定条件。依照《中华人民共和国行政许可法》第三十八条，决定不予许可。理由如下：",
            ],
            reasons,
            [remedies, frame.Enquiry]
        );
}
