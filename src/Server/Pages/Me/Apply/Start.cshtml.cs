using Approvals.Server.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Me.Apply;

/// <summary>Begins an application, or goes on with it on the first page that is not in order.</summary>
public sealed class StartModel(CurrentActor current, ApplyJourneys journeys) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        var person = await current.PersonAsync();
        if (person is null || await journeys.FindAsync(code, person, cancellation) is not { } journey)
        {
            return NotFound();
        }

        return Redirect(
            journey.Open() is [var first, ..] ? ApplyLinks.Step(code, first.Number) : ApplyLinks.Check(code)
        );
    }
}
