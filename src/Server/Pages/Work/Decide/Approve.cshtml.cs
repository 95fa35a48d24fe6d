using Approvals.Cases.Commands;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>准予许可: the decision and the licence leave.</summary>
public sealed class ApproveModel(DecisionServices services) : DecisionModel(services)
{
    public override string Outcome => "approve";

    [BindProperty]
    public string? Opinion { get; set; }

    public async Task<IActionResult> OnPostAsync(long task, CancellationToken cancellation) =>
        await FindAsync(task, cancellation) ? await SendAsync(new ApproveCase(Opinion)) : NotFound();
}
