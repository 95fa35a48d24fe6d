using Approvals.Cases.Events;

namespace Approvals.Cases.Notices;

/// <summary>退回件的文书: the notice with ground, reason and where to go, and the receipt for papers handed back.</summary>
public static class ReturnPapers
{
    public static NoticeText Notice(NoticeFrame frame, CaseReturned returned, bool hasPapers, string government) =>
        frame.Text(
            "退回件告知书",
            [
                $"{frame.Application}，经核对，{returned.Ground.Caption()}，依照《中华人民共和国行政许可法》第三十二条，现予退回。",
                $"理由：{returned.Reason}",
                $"办理去向：{returned.WhereToGo}",
            ],
            [],
            [
                hasPapers
                    ? "您提交的材料可凭本告知书到原受理窗口取回。"
                    : "您在网上提交的材料不再使用，仍可在“我的办件”中查看、下载。",
                Remedies.Text("本告知书", government),
                frame.Enquiry,
            ]
        );

    public static NoticeText Receipt(NoticeFrame frame, IReadOnlyList<string> materials, string receiver) =>
        frame.Text(
            "材料退还回执",
            [$"{frame.Application}已退回。下列材料已当面退还，由{receiver}领取："],
            materials,
            [frame.Enquiry]
        );
}
