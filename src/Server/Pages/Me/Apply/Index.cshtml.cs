using Approvals.Kernel.Turns;
using Approvals.Server.Pipeline;
using Approvals.Server.Reads.Drafts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Store = Approvals.Cases.Handling.Drafts;

namespace Approvals.Server.Pages.Me.Apply;

/// <summary>The applications a person has begun, to go on with or to throw away.</summary>
public sealed class IndexModel(ApplicantSeat applicant, DraftListQuery drafts, PageCommands commands) : PageModel
{
    public IReadOnlyList<DraftLine> Drafts { get; private set; } = [];

    /// <summary>The person tried to send an application that had been sent already.</summary>
    [BindProperty(SupportsGet = true, Name = "sent")]
    public string? Sent { get; set; }

    public bool IsSent => Sent is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await applicant.FindAsync() is not { } seat)
        {
            return NotFound();
        }

        Drafts = await drafts.ReadAsync(seat.DraftOwner, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code)
    {
        if (await applicant.FindAsync() is not { } seat)
        {
            return NotFound();
        }

        await commands.SendAsync(scope => Discard(scope, seat.DraftOwner, code));
        return Redirect(ApplyLinks.Begun);
    }

    private static TurnAnswer Discard(TurnScope scope, string owner, string code)
    {
        if (Store.Find(scope.Session, owner, code, scope.Now) is { } draft)
        {
            Store.Remove(scope, draft.Key);
        }

        return TurnAnswer.Done();
    }
}
