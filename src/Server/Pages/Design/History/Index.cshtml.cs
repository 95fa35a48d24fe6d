using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Pages.Operate;
using Approvals.Server.Reads.Design;
using Approvals.Server.Texts;
using Approvals.Workflow.Library;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Design.History;

/// <summary>变更记录: who changed what and when; earlier revisions come back, and the document gets another name, another place, or goes.</summary>
public sealed class IndexModel(OperateServices services, DocumentQuery documents, DesignerNames names)
    : OperateModel(services)
{
    private const int MostShown = 200;

    public LibraryDocument Document { get; private set; } = null!;

    public IReadOnlyList<LibraryChange> Changes { get; private set; } = [];

    public DesignerNames Names => names;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Folder { get; set; }

    public IActionResult OnGet(long id)
    {
        if (!Find(id))
        {
            return NotFound();
        }

        (Name, Folder) = (Document.Name, Document.Folder);
        return Page();
    }

    public Task<IActionResult> OnPostRestoreAsync(long id, long change, Guid commandId) =>
        SendAsync(id, commandId, "restored", scope => LibraryTurns.Restore(scope, id, change));

    public Task<IActionResult> OnPostRestartAsync(long id, Guid commandId) =>
        SendAsync(id, commandId, "restarted", scope => LibraryTurns.Restart(scope, id));

    public Task<IActionResult> OnPostPlaceAsync(long id, Guid commandId) =>
        SendAsync(
            id,
            commandId,
            "placed",
            scope => LibraryTurns.Place(scope, id, Name?.Trim() ?? "", Folder?.Trim('/', ' ') ?? "")
        );

    public async Task<IActionResult> OnPostDeleteAsync(long id, Guid commandId) =>
        await SendAsync(id, commandId, "deleted", scope => LibraryTurns.Delete(scope, id)) is RedirectResult
            ? Redirect("/design?done=deleted")
            : Page();

    /// <summary>The words of a change: what was done, and the old name, folder, revision or the version.</summary>
    public Text Words(LibraryChange change) =>
        Services.Texts[
            "design.change." + change.Kind.ToString().ToLowerInvariant(),
            ("detail", string.IsNullOrEmpty(change.Detail) ? Services.Texts["design.outermost"].Plain : change.Detail)
        ];

    private async Task<IActionResult> SendAsync(
        long id,
        Guid commandId,
        string done,
        Func<TurnScope, Rejection?> change
    )
    {
        if (!Find(id))
        {
            return NotFound();
        }

        var answer = await Services.Commands.SendAsync(
            scope => change(scope) is { } refusal ? refusal : TurnAnswer.Done(),
            commandId
        );
        if (answer.Rejection is not { } rejection)
        {
            return Redirect($"/design/documents/{id}/history?done={done}");
        }

        Name ??= Document.Name;
        Folder ??= Document.Folder;
        var field =
            rejection.Code == "library.folder" ? nameof(Folder)
            : rejection.Code is "library.name" or "library.name-taken" ? nameof(Name)
            : "";
        ModelState.AddModelError(field, Services.Texts.Of(rejection).Plain);
        return Page();
    }

    private bool Find(long id)
    {
        if (documents.Find(id) is not { } found)
        {
            return false;
        }

        Document = found.Document;
        Changes = Platform.Readers.Read(session => LibraryReading.Changes(session, id, MostShown));
        return true;
    }
}
