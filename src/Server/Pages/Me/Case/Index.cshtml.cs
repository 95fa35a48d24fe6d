using Approvals.Cases;
using Approvals.Server.Identity;
using Approvals.Server.Reads.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Me.Case;

/// <summary>One case as its applicant sees it. Another person's case does not exist here.</summary>
public sealed class IndexModel(MyCaseQuery cases, MyMessagesQuery messages, CurrentActor current) : PageModel
{
    public const int ShortLog = 6;

    public CaseFacts Facts { get; private set; } = null!;

    public IReadOnlyList<MyMessage> Messages { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "log")]
    public string? Log { get; set; }

    public bool IsWholeLog => Log == "all";

    public bool MayWithdraw => Facts.Row.Stage.IsUndecided();

    public bool MayRate => Facts.Row is { Stage: CaseStage.Closed, Stars: null };

    public async Task<IActionResult> OnGetAsync(long key, CancellationToken cancellation)
    {
        if (
            await current.ActorAsync() is not { } actor
            || await cases.FindAsync(key, actor.Id, cancellation) is not { } facts
        )
        {
            return NotFound();
        }

        Facts = facts;
        Messages = await messages.OfCaseAsync(actor.Id, key, cancellation);
        return Page();
    }
}
