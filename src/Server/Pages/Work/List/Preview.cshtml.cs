using Approvals.Server.Identity;
using Approvals.Server.Reads.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Work.List;

/// <summary>The chosen case alone, for the script that moves through the list.</summary>
public sealed class PreviewModel(WorkCaseQuery cases, CurrentActor current) : PageModel
{
    public WorkCase Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long key, CancellationToken cancellation)
    {
        if (
            await current.ActorAsync() is not { } actor
            || await cases.FindAsync(key, WorkPerson.Of(actor), cancellation) is not { } found
        )
        {
            return NotFound();
        }

        Found = found;
        return Page();
    }
}
