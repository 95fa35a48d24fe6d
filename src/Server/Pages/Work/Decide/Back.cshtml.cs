using Approvals.Cases.Commands;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>退回审查, with the reason for the reviewer.</summary>
public sealed class BackModel(DecisionServices services) : DecisionModel(services)
{
    public override string Outcome => "back";

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnPostAsync(long task, CancellationToken cancellation)
    {
        if (!await FindAsync(task, cancellation))
        {
            return NotFound();
        }

        Require(Reason, nameof(Reason), "case.reason-missing");
        return ModelState.IsValid ? await SendAsync(new SendBackCase(Reason!)) : Page();
    }
}
