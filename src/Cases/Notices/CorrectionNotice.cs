namespace Approvals.Cases.Notices;

/// <summary>一次性补正告知书 (行政许可法 art. 32): lists everything, each point with what to do; there is no second one.</summary>
public static class CorrectionNotice
{
    public static NoticeText Build(NoticeFrame frame, IReadOnlyList<CorrectionPoint> points) =>
        frame.Text(
            "一次性补正告知书",
            [
                $"{frame.Application}，经核对有 {points.Count} 处需要补正。依照《中华人民共和国行政许可法》第三十二条，现一次性告知全部内容：",
            ],
            [.. points.Select(Line)],
            [
                "请补齐以上内容后一次提交。补正期间时限停止计算；上列之外，不再要求补正现在已可看出的内容。",
                frame.Enquiry,
            ]
        );

    private static string Line(CorrectionPoint point)
    {
        var problem = point.Problem == CorrectionProblem.Missing ? "缺少" : "不符合要求";
        return $"{point.Caption}：{problem}。{point.Reason}";
    }
}
