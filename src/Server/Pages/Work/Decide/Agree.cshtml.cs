using Approvals.Cases.Commands;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>部门意见: the department agrees.</summary>
public sealed class AgreeModel(DecisionServices services) : DecisionModel(services)
{
    public override string Outcome => "agree";

    [BindProperty]
    public string? Opinion { get; set; }

    public async Task<IActionResult> OnPostAsync(long task, CancellationToken cancellation)
    {
        if (!await FindAsync(task, cancellation))
        {
            return NotFound();
        }

        Require(Opinion, nameof(Opinion), "case.opinion-missing");
        return ModelState.IsValid ? await SendAsync(new GiveOpinion("", Agrees: true, Opinion!)) : Page();
    }
}
