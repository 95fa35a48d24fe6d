namespace Approvals.Cases.Notices;

/// <summary>限期整改通知书: what the check found unmet; there is one, and after it the decision stands or falls.</summary>
public static class RectificationNotice
{
    public static NoticeText Build(NoticeFrame frame, IReadOnlyList<string> demands) =>
        frame.Text(
            "限期整改通知书",
            [$"{frame.Application}已按告知承诺方式办结。经核查，下列各项未达到承诺的条件，请整改："],
            demands,
            [
                "整改后请在“我的办件”中提交整改情况，核查时限自提交之日起继续计算。整改后仍不符合的，依照《中华人民共和国行政许可法》第六十九条撤销决定。",
                frame.Enquiry,
            ]
        );
}
