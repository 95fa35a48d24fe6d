using Approvals.Kernel.Turns;
using Approvals.Server.Pages.Operate;
using Approvals.Server.Reads.Design;
using Approvals.Workflow.Library;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Design.Library;

/// <summary>流程库: the processes, decisions and forms of the centre by folder, with search and with how draft and deployment stand.</summary>
public sealed class IndexModel(OperateServices services, LibraryQuery library, DesignerNames names)
    : OperateModel(services)
{
    public LibraryView View { get; private set; } = null!;

    public DesignerNames Names => names;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "folder")]
    public string? Folder { get; set; }

    /// <summary>How many documents an import has brought.</summary>
    [BindProperty(SupportsGet = true, Name = "count")]
    public int Count { get; set; }

    public bool IsFiltered =>
        !string.IsNullOrEmpty(Words) || !string.IsNullOrEmpty(Kind) || !string.IsNullOrEmpty(Folder);

    public void OnGet() => Read();

    /// <summary>Takes a document out of the bin.</summary>
    public async Task<IActionResult> OnPostRecoverAsync(long document, Guid commandId)
    {
        var answer = await Services.Commands.SendAsync(
            scope => LibraryTurns.Recover(scope, document) is { } refusal ? refusal : TurnAnswer.Done(),
            commandId
        );
        if (answer.Rejection is { } rejection)
        {
            Refuse(rejection);
            Read();
            return Page();
        }

        return Redirect("/design?done=recovered");
    }

    /// <summary>The address of the list with another folder.</summary>
    public string In(string folder) =>
        "/design?"
        + string.Join(
            '&',
            new[] { ("folder", folder), ("kind", Kind), ("q", Words) }
                .Where(each => !string.IsNullOrEmpty(each.Item2))
                .Select(each => $"{each.Item1}={Uri.EscapeDataString(each.Item2!)}")
        );

    private void Read() => View = library.Read(new(Words, DocumentKinds.Parse(Kind), Folder));
}
