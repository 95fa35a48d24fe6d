using Approvals.Cases.Commands;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>核查符合承诺, with what was found.</summary>
public sealed class KeepModel(DecisionServices services) : DecisionModel(services)
{
    public override string Outcome => "keep";

    [BindProperty]
    public string? Finding { get; set; }

    public async Task<IActionResult> OnPostAsync(long task, CancellationToken cancellation)
    {
        if (!await FindAsync(task, cancellation))
        {
            return NotFound();
        }

        Require(Finding, nameof(Finding), "case.finding-missing");
        return ModelState.IsValid ? await SendAsync(new ConfirmCommitment(Finding!)) : Page();
    }
}
