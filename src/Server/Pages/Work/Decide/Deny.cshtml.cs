using Approvals.Cases;
using Approvals.Cases.Commands;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>不予延期: back to the reviewer with the reason.</summary>
public sealed class DenyModel(DecisionServices services) : DecisionModel(services)
{
    public override string Outcome => "deny";

    public Approvals.Cases.Events.ExtensionRequested Asked => Facts.State.Extension!;

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnPostAsync(long task, CancellationToken cancellation)
    {
        if (!await FindAsync(task, cancellation))
        {
            return NotFound();
        }

        Require(Reason, nameof(Reason), "case.reason-missing");
        return ModelState.IsValid ? await SendAsync(new DeclineExtension(Reason!)) : Page();
    }
}
