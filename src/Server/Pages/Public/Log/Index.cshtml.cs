using Approvals.Credentials.Transparency;
using Approvals.Server.Texts;
using Approvals.Server.Transparency;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Public.Log;

/// <summary>公开日志, for everybody: its newest checkpoint, and how to check it without trusting this page.</summary>
public sealed class IndexModel(TransparencyLog log, ITexts texts) : PageModel
{
    /// <summary>The entry that was asked for, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Entry { get; set; }

    public (Checkpoint Checkpoint, string Note)? Newest { get; private set; }

    public string Address => $"{Request.Scheme}://{Request.Host}/log";

    public IActionResult OnGet()
    {
        Newest = log.Newest();
        if (string.IsNullOrWhiteSpace(Entry))
        {
            return Page();
        }

        if (
            long.TryParse(Entry.Trim(), out var position)
            && position >= 1
            && position <= (Newest?.Checkpoint.Size ?? 0)
        )
        {
            return RedirectToPage("Check", new { position });
        }

        ModelState.AddModelError("entry", texts["log.entry-unknown"].Plain);
        return Page();
    }
}
