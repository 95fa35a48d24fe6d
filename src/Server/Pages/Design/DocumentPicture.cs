using System.Text;
using Approvals.Workflow.Diagram;
using Approvals.Workflow.Library;

namespace Approvals.Server.Pages.Design;

/// <summary>The picture of a draft as the server draws it: a process by its diagram, of what has none its outline as text.</summary>
public static class DocumentPicture
{
    /// <summary>The process, or null when it is no process or can't be drawn.</summary>
    public static BpmnDiagram? Diagram(LibraryDocument document) => Diagram(document.Kind, document.Content);

    public static BpmnDiagram? Diagram(DocumentKind kind, string content) =>
        kind == DocumentKind.Process && DiagramReader.TryRead(content, out var diagram, out _) ? diagram : null;

    /// <summary>A file of its own for lists: names stay, small text goes.</summary>
    public static string Thumbnail(LibraryDocument document) =>
        Diagram(document) is { Nodes.Count: > 0 } diagram
            ? DiagramSvg.Render(
                diagram,
                new DiagramState(document.Name),
                DiagramOptions.Standalone with
                {
                    Compact = true,
                    FileColours = false,
                }
            )
            : Sheet(document.Kind);

    /// <summary>A sheet with lines for a form, with a grid for a table: the kind, not the content.</summary>
    private static string Sheet(DocumentKind kind)
    {
        var svg = new StringBuilder(
            """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90" fill="none" stroke="#7c8596" stroke-width="1.5">"""
        );
        svg.Append("""<rect x="35" y="8" width="90" height="74" rx="2" fill="#fff"/>""");
        svg.Append(
            kind switch
            {
                DocumentKind.Form =>
                    """<path d="M45 22h30M45 47h30"/><rect x="45" y="27" width="70" height="11"/><rect x="45" y="52" width="70" height="11"/><path d="M45 73h22" stroke="#1d4477" stroke-width="4"/>""",
                DocumentKind.Decision =>
                    """<path d="M35 26h90M35 45h90M35 63h90M65 8v74M95 8v74"/><path d="M35 26h90" stroke="#14233b" stroke-width="2.5"/>""",
                _ => """<path d="M60 45h40"/>""",
            }
        );
        return svg.Append("</svg>").ToString();
    }
}
