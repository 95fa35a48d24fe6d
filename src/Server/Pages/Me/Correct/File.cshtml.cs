using Approvals.Kernel.Blobs;
using Approvals.Server.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Approvals.Server.Pages.Me.Correct;

/// <summary>A file uploaded for one's own correction. Its kind was told from its bytes, so that it may be shown in place.</summary>
public sealed class FileModel(CurrentActor current, Corrections corrections, IBlobStore blobs) : PageModel
{
    public async Task<IActionResult> OnGetAsync(long key, string sha256, CancellationToken cancellation)
    {
        var actor = await current.ActorAsync();
        var correction = actor is null ? null : await corrections.FindAsync(key, actor.Id, cancellation);
        var file = correction?.Draft?.Files.FirstOrDefault(each =>
            Convert.ToHexStringLower(each.Sha256).Equals(sha256, StringComparison.OrdinalIgnoreCase)
        );
        if (file is null)
        {
            return NotFound();
        }

        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(file.Name);
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.ContentSecurityPolicy = Documents.DocumentModel.Sandbox;
        return File(blobs.Open(file.Sha256), file.Media);
    }
}
