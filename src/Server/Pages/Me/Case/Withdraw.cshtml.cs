using Approvals.Cases;
using Approvals.Cases.Rows;
using Approvals.Server.Identity;
using Approvals.Server.Pipeline;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Me.Case;

/// <summary>撤回申请, asked once more before it happens.</summary>
public sealed class WithdrawModel(MyCaseQuery cases, CurrentActor current, PageCommands commands, ITexts texts)
    : PageModel
{
    public CaseRow Row { get; private set; } = null!;

    [BindProperty]
    public Guid CommandId { get; set; } = Guid.NewGuid();

    public async Task<IActionResult> OnGetAsync(long key, CancellationToken cancellation)
    {
        if (!await FindAsync(key, cancellation))
        {
            return NotFound();
        }

        return Row.Stage.IsUndecided() ? Page() : Redirect($"/me/cases/{key}");
    }

    public async Task<IActionResult> OnPostAsync(long key, CancellationToken cancellation)
    {
        if (!await FindAsync(key, cancellation))
        {
            return NotFound();
        }

        var turns = commands.Platform.CaseTurns;
        var answer = await commands.SendAsync(scope => turns.Withdraw(scope, key), CommandId);
        if (answer.Rejection is not { } rejection)
        {
            return Redirect($"/me/cases/{key}");
        }

        ModelState.AddModelError(string.Empty, texts.Of(rejection).Plain);
        return Page();
    }

    private async Task<bool> FindAsync(long key, CancellationToken cancellation)
    {
        if (
            await current.ActorAsync() is not { } actor
            || await cases.FindRowAsync(key, actor.Id, cancellation) is not { } row
        )
        {
            return false;
        }

        Row = row;
        return true;
    }
}
