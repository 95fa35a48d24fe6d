using System.Text;
using Approvals.Server.Pages.Documents;
using Approvals.Server.Reads.Design;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Design.Document;

/// <summary>The small picture of a document for lists. Its address bears the revision, so that browsers may keep it.</summary>
public sealed class PictureModel(DocumentQuery documents) : PageModel
{
    public IActionResult OnGet(long id, [FromQuery] int? r)
    {
        if (documents.Find(id) is not { } found)
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = DocumentModel.Sandbox;
        Response.Headers.CacheControl =
            r == found.Document.Revision ? "private, max-age=31536000, immutable" : "private, no-cache";
        return new FileContentResult(
            Encoding.UTF8.GetBytes(DocumentPicture.Thumbnail(found.Document)),
            "image/svg+xml; charset=utf-8"
        );
    }
}
