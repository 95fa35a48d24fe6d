using System.Text;
using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Events;
using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Identity;
using Approvals.Server.Pipeline;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Me.Case;

/// <summary>提交整改情况: what was demanded, and the applicant's words on how it was met.</summary>
public sealed class RectifyModel(MyCaseQuery cases, CurrentActor current, PageCommands commands, ITexts texts)
    : PageModel
{
    private const int Longest = 4000;

    public CaseFacts Facts { get; private set; } = null!;

    public RectificationRequired Demanded => Facts.State.Rectification!;

    [BindProperty]
    public Guid CommandId { get; set; } = Guid.NewGuid();

    [BindProperty]
    public string? Explanation { get; set; }

    public async Task<IActionResult> OnGetAsync(long key, CancellationToken cancellation) =>
        !await FindAsync(key, cancellation) ? NotFound()
        : Facts.Row.Stage == CaseStage.Rectifying ? Page()
        : Redirect($"/me/cases/{key}");

    public async Task<IActionResult> OnPostAsync(long key, CancellationToken cancellation)
    {
        if (!await FindAsync(key, cancellation))
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Explanation) || Explanation.Length > Longest)
        {
            ModelState.AddModelError(nameof(Explanation), texts["rectify.missing"].Plain);
            return Page();
        }

        var answer = await commands.SendAsync(scope => Send(scope, key), CommandId);
        if (answer.Rejection is not { } rejection)
        {
            return Redirect($"/me/cases/{key}");
        }

        ModelState.AddModelError(string.Empty, texts.Of(rejection).Plain);
        return Page();
    }

    private TurnAnswer Send(TurnScope scope, long key)
    {
        var bytes = Encoding.UTF8.GetBytes(Explanation!.Trim());
        var stored = scope.AddDocument("rectification.txt", "text/plain; charset=utf-8", bytes);
        return commands.Platform.CaseTurns.SubmitRectification(
            scope,
            key,
            new SubmitRectification(new DocumentRef(stored.Id, stored.Digest))
        );
    }

    private async Task<bool> FindAsync(long key, CancellationToken cancellation)
    {
        if (
            await current.ActorAsync() is not { } actor
            || await cases.FindAsync(key, actor.Id, cancellation) is not { State.Rectification: not null } facts
        )
        {
            return false;
        }

        Facts = facts;
        return true;
    }
}
