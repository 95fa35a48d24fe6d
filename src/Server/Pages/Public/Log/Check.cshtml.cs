using Approvals.Server.Transparency;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Public.Log;

/// <summary>One entry of the log with its way to the signed root. It shows hashes: what they stand for is not public.</summary>
public sealed class CheckModel(TransparencyLog log) : PageModel
{
    /// <summary>From 1, as papers print it.</summary>
    public long Position { get; private set; }

    /// <summary>Null while the newest checkpoint does not cover the entry.</summary>
    public LeafProof? Found { get; private set; }

    public IActionResult OnGet(long position)
    {
        Position = position;
        Found = log.Prove(position - 1);
        if (Found is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return Page();
    }
}
