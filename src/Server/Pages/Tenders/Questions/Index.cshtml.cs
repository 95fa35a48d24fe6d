using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Tenders;
using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Api.Tenders;
using Approvals.Server.Identity;
using Approvals.Server.Reads.Tenders;
using Approvals.Server.Storage;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Tenders.Questions;

/// <summary>
/// 提问与答复. Anybody asks without signing in and without a cookie, so the form carries no antiforgery token: a question has no author whom
/// another site could speak for. Only the agency answers, and with a token, on <see cref="Answer"/>.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class IndexModel(
    TenderQuery tenders,
    TenderQuestionsQuery questions,
    Platform platform,
    CurrentActor current,
    ITexts texts
) : PageModel
{
    private static readonly Actor Anybody = Actor.System("tender-question");

    public FoundTender Found { get; private set; } = null!;

    public IReadOnlyList<QuestionLine> Lines { get; private set; } = [];

    /// <summary>Whether the reader is of the agency and answers.</summary>
    public bool Answers { get; private set; }

    public bool IsSent { get; private set; }

    public bool IsOpen =>
        Found.State is { Stage: TenderStage.Registering, File: { } file } && platform.Clock.GetUtcNow() < file.Deadline;

    [BindProperty]
    public string? Text { get; set; }

    public async Task<IActionResult> OnGetAsync(string number, bool sent)
    {
        IsSent = sent;
        return await FindAsync(number) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        var key = Found.State.Key;
        return Shown(
            number,
            await platform.SendAsync(Anybody, scope => platform.Tenders.Clarifications.Ask(scope, key, Text))
        );
    }

    private IActionResult Shown(string number, TurnAnswer answer)
    {
        if (answer.Rejection is not { } rejection)
        {
            return Redirect($"/tenders/{number}/questions?sent=true");
        }

        ModelState.AddModelError(string.Empty, texts.Of(rejection).Plain);
        return Page();
    }

    private async Task<bool> FindAsync(string number)
    {
        if (tenders.Find(number) is not { State.PublishedAt: not null } found)
        {
            return false;
        }

        Found = found;
        Answers =
            await current.ActorAsync() is { } actor && TenderDoors.IsHolder(actor, found.State, HolderRole.Agency);
        Lines = questions.Of(found.State, Answers);
        return true;
    }
}
