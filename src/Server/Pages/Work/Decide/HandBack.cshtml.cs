using Approvals.Cases;
using Approvals.Cases.Commands;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>退还材料 over the counter: who received them.</summary>
public sealed class HandBackModel(DecisionServices services) : DecisionModel(services)
{
    public override string Outcome => "hand-back";

    [BindProperty]
    public string? Receiver { get; set; }

    public IReadOnlyList<string> Materials =>
        [.. Facts.State.Documents.Select(document => document.Material).Distinct(StringComparer.Ordinal)];

    public async Task<IActionResult> OnPostAsync(long task, CancellationToken cancellation)
    {
        if (!await FindAsync(task, cancellation))
        {
            return NotFound();
        }

        Require(Receiver, nameof(Receiver), "case.receiver-missing");
        return ModelState.IsValid ? await SendAsync(new HandBackPapers(Receiver!)) : Page();
    }
}
