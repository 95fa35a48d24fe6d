using Approvals.Kernel.Blobs;
using Approvals.Server.Reads.Drafts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Approvals.Server.Pages.Me.Apply;

/// <summary>An uploaded file of the person's own draft. Its kind was told from its bytes, so that it may be shown in place.</summary>
public sealed class FileModel(ApplicantSeat applicant, DraftQuery drafts, IBlobStore blobs) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string code, string sha256, CancellationToken cancellation)
    {
        var seat = await applicant.FindAsync();
        var draft = seat is null ? null : (await drafts.FindAsync(seat.DraftOwner, code, cancellation)).Draft;
        var file = draft?.Files.FirstOrDefault(each =>
            Convert.ToHexStringLower(each.Sha256).Equals(sha256, StringComparison.OrdinalIgnoreCase)
        );
        if (file is null)
        {
            return NotFound();
        }

        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(file.Name);
        Response.Headers.ContentDisposition = disposition.ToString();
        return File(blobs.Open(file.Sha256), file.Media);
    }
}
