using Approvals.Cases.Commands;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>受理: the clock of the promise starts and the notice leaves.</summary>
public sealed class AcceptModel(DecisionServices services) : DecisionModel(services)
{
    public override string Outcome => "accept";

    [BindProperty]
    public string? Remark { get; set; }

    public async Task<IActionResult> OnPostAsync(long task, CancellationToken cancellation) =>
        await FindAsync(task, cancellation) ? await SendAsync(new AcceptCase(Remark)) : NotFound();
}
