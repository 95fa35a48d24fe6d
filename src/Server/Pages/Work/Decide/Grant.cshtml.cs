using Approvals.Cases;
using Approvals.Cases.Commands;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>准予延期, with the head who approved it; the applicant is told the reason in writing.</summary>
public sealed class GrantModel(DecisionServices services) : DecisionModel(services)
{
    public override string Outcome => "grant";

    public Approvals.Cases.Events.ExtensionRequested Asked => Facts.State.Extension!;

    [BindProperty]
    public string? ApprovedBy { get; set; }

    public async Task<IActionResult> OnPostAsync(long task, CancellationToken cancellation)
    {
        if (!await FindAsync(task, cancellation))
        {
            return NotFound();
        }

        Require(ApprovedBy, nameof(ApprovedBy), "case.extension-approval-missing");
        return ModelState.IsValid ? await SendAsync(new GrantExtension(ApprovedBy!)) : Page();
    }
}
