using System.Text;
using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Rows;
using Approvals.Kernel.Turns;
using Approvals.Server.Identity;
using Approvals.Server.Pipeline;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Me.Case;

/// <summary>好差评: one rating of a closed case, five levels, with words if one likes (国办发〔2019〕51号).</summary>
public sealed class RateModel(MyCaseQuery cases, CurrentActor current, PageCommands commands, ITexts texts) : PageModel
{
    public const int LongestComment = 1000;

    public CaseRow Row { get; private set; } = null!;

    [BindProperty]
    public Guid CommandId { get; set; } = Guid.NewGuid();

    [BindProperty]
    public int? Stars { get; set; }

    [BindProperty]
    public string? Comment { get; set; }

    public async Task<IActionResult> OnGetAsync(long key, CancellationToken cancellation)
    {
        if (!await FindAsync(key, cancellation))
        {
            return NotFound();
        }

        return Row is { Stage: CaseStage.Closed, Stars: null } ? Page() : Redirect($"/me/cases/{key}");
    }

    public async Task<IActionResult> OnPostAsync(long key, CancellationToken cancellation)
    {
        if (!await FindAsync(key, cancellation))
        {
            return NotFound();
        }

        if (Stars is not (>= 1 and <= 5))
        {
            ModelState.AddModelError(nameof(Stars), texts["rate.stars-missing"].Plain);
        }

        if (Comment is { Length: > LongestComment })
        {
            ModelState.AddModelError(nameof(Comment), texts["rate.comment-long", ("most", LongestComment)].Plain);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var answer = await commands.SendAsync(scope => Rate(scope, key), CommandId);
        if (answer.Rejection is not { } rejection)
        {
            return Redirect($"/me/cases/{key}");
        }

        ModelState.AddModelError(string.Empty, texts.Of(rejection).Plain);
        return Page();
    }

    /// <summary>What was written is a document: it can be erased while the rating stays.</summary>
    private TurnAnswer Rate(TurnScope scope, long key)
    {
        DocumentRef? comment = null;
        if (!string.IsNullOrWhiteSpace(Comment))
        {
            var bytes = Encoding.UTF8.GetBytes(Comment.Trim());
            var stored = scope.AddDocument("评价.txt", "text/plain; charset=utf-8", bytes);
            comment = new DocumentRef(stored.Id, stored.Digest);
        }

        return commands.Platform.CaseTurns.Rate(scope, key, new RateCase(Stars!.Value, Channel.Online, comment));
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
