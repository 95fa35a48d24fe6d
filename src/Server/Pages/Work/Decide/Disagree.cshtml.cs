using Approvals.Cases.Commands;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>部门意见: the department does not agree, and says why.</summary>
public sealed class DisagreeModel(DecisionServices services) : DecisionModel(services)
{
    public override string Outcome => "disagree";

    [BindProperty]
    public string? Opinion { get; set; }

    public async Task<IActionResult> OnPostAsync(long task, CancellationToken cancellation)
    {
        if (!await FindAsync(task, cancellation))
        {
            return NotFound();
        }

        Require(Opinion, nameof(Opinion), "case.opinion-missing");
        return ModelState.IsValid ? await SendAsync(new GiveOpinion("", Agrees: false, Opinion!)) : Page();
    }
}
