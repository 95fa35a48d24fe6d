using System.Text;
using Approvals.Server.Storage;
using Approvals.Workflow.Library;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Design.Export;

/// <summary>导出: one document as the file it came as, or as it was after an earlier change. It is saved, never shown.</summary>
public sealed class FileModel(Platform platform) : PageModel
{
    private const string Bytes = "application/octet-stream";

    public IActionResult OnGet(long id, [FromQuery] long? change) =>
        platform.Readers.Read<IActionResult>(session =>
            LibraryReading.Find(session, id) is not { } document ? NotFound()
            : change is null ? File(Encoding.UTF8.GetBytes(document.Content), Bytes, document.FileName)
            : LibraryReading.ContentAfter(session, id, change.Value) is { } earlier
                ? File(Encoding.UTF8.GetBytes(earlier), Bytes, document.FileName)
            : NotFound()
        );
}
