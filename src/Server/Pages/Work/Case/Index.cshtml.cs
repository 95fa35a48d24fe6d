using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Identity;
using Approvals.Server.Pipeline;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Reads.Work;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Work.Case;

/// <summary>One case as the staff of its unit works on it. A case of another unit does not exist here.</summary>
public sealed class IndexModel(
    WorkCaseQuery cases,
    CaseFileQuery files,
    PageCommands commands,
    CurrentActor current,
    ITexts texts
) : PageModel
{
    private static readonly string[] Outcomes =
    [
        "accept",
        "correct",
        "decline",
        "pass",
        "oppose",
        "approve",
        "sign-licence",
        "refuse",
        "back",
        "keep",
        "demand",
        "revoke",
        "special",
        "resume",
        "agree",
        "disagree",
        "inspect",
        "record",
        "meet",
        "extend",
        "grant",
        "deny",
        "return",
        "hand-back",
        "type",
        "licence",
        "claim",
        "unclaim",
        "submitted",
        .. Enum.GetValues<TaskVerb>().Select(TaskOffers.AddressOf),
    ];

    public WorkCase Found { get; private set; } = null!;

    public CaseFacts Facts => Found.Facts;

    public CaseFile? Form { get; private set; }

    /// <summary>What has just been done, told once above the case.</summary>
    [BindProperty(SupportsGet = true, Name = "done")]
    public string? Done { get; set; }

    public bool HasDone => Outcomes.Contains(Done);

    public async Task<IActionResult> OnGetAsync(long key, CancellationToken cancellation) =>
        await FindAsync(key, cancellation) ? Page() : NotFound();

    public Task<IActionResult> OnPostClaimAsync(long key, long task, Guid commandId, CancellationToken cancellation) =>
        SendAsync(key, task, "claim", scope => commands.Platform.CaseTurns.Claim(scope, task), commandId, cancellation);

    public Task<IActionResult> OnPostUnclaimAsync(
        long key,
        long task,
        Guid commandId,
        CancellationToken cancellation
    ) =>
        SendAsync(
            key,
            task,
            "unclaim",
            scope => commands.Platform.CaseTurns.Unclaim(scope, task),
            commandId,
            cancellation
        );

    private async Task<IActionResult> SendAsync(
        long key,
        long task,
        string what,
        Func<TurnScope, TurnAnswer> body,
        Guid commandId,
        CancellationToken cancellation
    )
    {
        if (!await FindAsync(key, cancellation) || Found.Tasks.All(each => each.Key != task))
        {
            return NotFound();
        }

        var answer = await commands.SendAsync(body, commandId);
        if (answer.Rejection is not { } rejection)
        {
            return Redirect($"/work/cases/{key}?done={what}");
        }

        ModelState.AddModelError(string.Empty, texts.Of(rejection).Plain);
        return Page();
    }

    private async Task<bool> FindAsync(long key, CancellationToken cancellation)
    {
        if (
            await current.ActorAsync() is not { } actor
            || await cases.FindAsync(key, WorkPerson.Of(actor), cancellation) is not { } found
        )
        {
            return false;
        }

        Found = found;
        Form = files.Find(key, found.Facts.Item);
        return true;
    }
}
