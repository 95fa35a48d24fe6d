using Approvals.Kernel.Blobs;
using Approvals.Server.Identity;
using Approvals.Server.Reads.Cases;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Approvals.Server.Pages.Documents;

/// <summary>
/// The bytes of a case document. What people sent in is data and nothing more: only formats that browsers show without running
/// anything are shown in place, in a sandbox; the rest is saved to disk.
/// </summary>
[Authorize]
public sealed class DocumentModel(DocumentQuery documents, CurrentActor current, IBlobStore blobs) : PageModel
{
    public const string Sandbox = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox";

    private static readonly string[] ShownInPlace =
    [
        "application/pdf",
        "image/jpeg",
        "image/png",
        "image/webp",
        "image/gif",
        "text/plain",
    ];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        if (
            await current.ActorAsync() is not { } actor
            || await documents.FindAsync(id, actor, cancellation) is not { } served
        )
        {
            return NotFound();
        }

        var document = served.Document;
        var isShown = ShownInPlace.Contains(MediaTypeOf(document.Media), StringComparer.OrdinalIgnoreCase);
        var disposition = new ContentDispositionHeaderValue(isShown ? "inline" : "attachment");
        disposition.SetHttpFileName(document.Name);
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.CacheControl = "private, no-store";
        if (!served.IsOurs)
        {
            Response.Headers.ContentSecurityPolicy = Sandbox;
        }

        return document.Bytes is { } bytes
            ? new FileContentResult(bytes, document.Media)
            : new FileStreamResult(blobs.Open(document.Blob), document.Media) { EnableRangeProcessing = true };
    }

    private static string MediaTypeOf(string media) => media.Split(';')[0].Trim();
}
