namespace Approvals.Cases.Notices;

/// <summary>补交材料承诺书 (先办后补): what is still missing, until when, and what follows when it does not come.</summary>
public static class UndertakingLetter
{
    public static NoticeText Build(NoticeFrame frame, IReadOnlyList<OwedPaper> papers) =>
        frame.Text(
            "补交材料承诺书",
            [$"{frame.Application}，按绿色通道先行受理、先行办理。申请人承诺补交下列材料："],
            [.. papers.Select(paper => $"{paper.Material}：{ChineseDates.Short(paper.DueOn)}前")],
            [
                "审查完成而材料未到的，等待补交的时间不计入时限，材料补齐后作出决定。到期未补交的，退回审查，并可改按普通程序办理或者不予许可。",
                frame.Enquiry,
            ]
        );
}
