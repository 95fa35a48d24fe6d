using Approvals.Server.Workers;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>A decision against the applicant: every reason, one a line, and the remedies (行政许可法 arts. 38, 69).</summary>
public abstract class ReasonedDecisionModel(DecisionServices services) : PaperDecisionModel(services)
{
    /// <summary>One reason a line.</summary>
    [BindProperty]
    public string? Reasons { get; set; }

    [BindProperty]
    public string? Remedies { get; set; }

    protected string[] Lines => SentencesOf(Reasons);

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
}
