using Approvals.Kernel.Turns;
using Approvals.Server.Pages.Operate;
using Approvals.Workflow.Library;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Design.New;

/// <summary>新建: a process, decision or form from a template that can be deployed as it is.</summary>
public sealed class IndexModel(OperateServices services) : OperateModel(services)
{
    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Folder { get; set; }

    public IActionResult OnGet() => IsKind ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid commandId)
    {
        if (!IsKind)
        {
            return NotFound();
        }

        var (kind, name, folder) = (DocumentKinds.Parse(Kind)!.Value, Name?.Trim() ?? "", Folder?.Trim('/', ' ') ?? "");
        var answer = await Services.Commands.SendAsync(
            scope =>
            {
                var content = DocumentTemplates.Of(kind, name, scope.NewKey());
                var (key, refusal) = LibraryTurns.Create(scope, kind, name, folder, content);
                return refusal is null ? TurnAnswer.Done(key.ToString()) : refusal;
            },
            commandId
        );
        if (answer.Rejection is not { } rejection)
        {
            return Redirect("/design/documents/" + answer.Text);
        }

        var field = rejection.Code == "library.folder" ? nameof(Folder) : nameof(Name);
        ModelState.AddModelError(field, Services.Texts.Of(rejection).Plain);
        return Page();
    }

    private bool IsKind => DocumentKinds.Parse(Kind) is { } kind && kind != DocumentKind.Scenario;
}
