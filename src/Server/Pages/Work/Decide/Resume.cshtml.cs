using Approvals.Cases.Commands;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>特别程序结束: its result; the limits go on.</summary>
public sealed class ResumeModel(DecisionServices services) : DecisionModel(services)
{
    public override string Outcome => "resume";

    [BindProperty]
    public string? Result { get; set; }

    public async Task<IActionResult> OnPostAsync(long task, CancellationToken cancellation)
    {
        if (!await FindAsync(task, cancellation))
        {
            return NotFound();
        }

        Require(Result, nameof(Result), "case.procedure-result-missing");
        return ModelState.IsValid ? await SendAsync(new EndSpecialProcedure(Result!)) : Page();
    }
}
