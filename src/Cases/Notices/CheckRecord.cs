namespace Approvals.Cases.Notices;

/// <summary>承诺核查记录: the conditions promised, and what the check found.</summary>
public static class CheckRecord
{
    public static NoticeText Build(NoticeFrame frame, string finding) =>
        frame.Text(
            "承诺核查记录",
            [$"{frame.Application}已按告知承诺方式办结。承诺的条件如下："],
            frame.Item.Conditions,
            [$"核查情况：{finding}", "核查结论：符合承诺。", frame.Enquiry]
        );
}
