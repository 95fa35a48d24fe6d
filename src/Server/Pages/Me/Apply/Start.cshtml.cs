using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Me.Apply;

/// <summary>Begins an application, or goes on with it on the first page that is not in order.</summary>
public sealed class StartModel(ApplicantSeat applicant, ApplyJourneys journeys) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        if (
            await applicant.FindAsync() is not { } seat
            || await journeys.FindAsync(code, seat, cancellation) is not { } journey
        )
        {
            return NotFound();
        }

        return Redirect(
            journey.Open() is [var first, ..] ? ApplyLinks.Step(code, first.Number) : ApplyLinks.Check(code)
        );
    }
}
