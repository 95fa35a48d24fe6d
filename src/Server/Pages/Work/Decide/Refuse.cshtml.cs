using Approvals.Cases.Commands;
using Approvals.Cases.Notices;
using Approvals.Server.Workers;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>不予许可: every reason and the remedies (行政许可法 art. 38).</summary>
public sealed class RefuseModel(DecisionServices services) : PaperDecisionModel(services)
{
    public override string Outcome => "refuse";

    /// <summary>One reason a line.</summary>
    [BindProperty]
    public string? Reasons { get; set; }

    [BindProperty]
    public string? Remedies { get; set; }

    private string[] Lines =>
        (Reasons ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public override Task<IActionResult> OnGetAsync(long task, CancellationToken cancellation)
    {
        Remedies = Approvals.Cases.Notices.Remedies.Text("本决定书", WorkersRoom.Government);
        return base.OnGetAsync(task, cancellation);
    }

    protected override void Validate()
    {
        Require(Reasons, nameof(Reasons), "case.reasons-missing");
        Require(Remedies, nameof(Remedies), "case.remedies-missing");
    }

    protected override NoticeText Draw() => Services.Preview.Refusal(Facts.Row.Key, Lines, Remedies!.Trim());

    protected override CaseCommand Command() => new RefuseCase(Lines, Remedies!);
}
