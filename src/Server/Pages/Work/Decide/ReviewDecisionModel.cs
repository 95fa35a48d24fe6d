using Approvals.Cases;
using Approvals.Cases.Commands;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>审查意见, for or against.</summary>
public abstract class ReviewDecisionModel(DecisionServices services) : DecisionModel(services)
{
    [BindProperty]
    public string? Opinion { get; set; }

    protected abstract Recommendation Recommendation { get; }

    public async Task<IActionResult> OnPostAsync(long task, CancellationToken cancellation)
    {
        if (!await FindAsync(task, cancellation))
        {
            return NotFound();
        }

        Require(Opinion, nameof(Opinion), "case.opinion-missing");
        return ModelState.IsValid ? await SendAsync(new ReviewCase(Recommendation, Opinion!)) : Page();
    }
}
