using Approvals.Server.Pages.Operate;
using Approvals.Server.Pipeline;
using Approvals.Server.Reads.Design;
using Approvals.Workflow.Diagram;
using Approvals.Workflow.Library;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Design.Document;

/// <summary>设计器: the page around an editor. Without scripts it shows the document as the server draws it.</summary>
public sealed class IndexModel(
    OperateServices services,
    DocumentQuery documents,
    DesignerNames names,
    IAntiforgery antiforgery,
    Assets assets
) : OperateModel(services)
{
    private const string Script = "designer.js";
    private const string Style = "designer.css";

    public OpenDocument Found { get; private set; } = null!;

    public LibraryDocument Document => Found.Document;

    public DesignerNames Names => names;

    /// <summary>Null where the editors were not built.</summary>
    public string? ScriptUrl => assets.FindUrl(Script);

    public string? StyleUrl => assets.FindUrl(Style);

    /// <summary>The form token, which the editor's calls carry in a header.</summary>
    public string Token { get; private set; } = "";

    public string? Picture { get; private set; }

    public IActionResult OnGet(long id)
    {
        if (documents.Find(id) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        Token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken!;
        Response.Headers.ContentSecurityPolicy = SecurityHeaders.EditorPolicy;
        if (DocumentPicture.Diagram(found.Document) is { Nodes.Count: > 0 } diagram)
        {
            var title = Services.Texts["case.picture.title", ("process", found.Document.Name)].Plain;
            Picture = DiagramSvg.Render(diagram, new DiagramState(title), new DiagramOptions { Classes = "wide" });
        }

        return Page();
    }
}
