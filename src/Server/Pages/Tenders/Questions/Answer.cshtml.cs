using Approvals.Bidding.Sealing.Notices;
using Approvals.Server.Api.Tenders;
using Approvals.Server.Identity;
using Approvals.Server.Pipeline;
using Approvals.Server.Reads.Tenders;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Tenders.Questions;

/// <summary>答复 by the agency: question and answer are published together.</summary>
[Authorize]
public sealed class AnswerModel(
    TenderQuery tenders,
    TenderQuestionsQuery questions,
    PageCommands commands,
    CurrentActor current,
    ITexts texts
) : PageModel
{
    public FoundTender Found { get; private set; } = null!;

    public QuestionLine Question { get; private set; } = null!;

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public bool IsHarmless { get; set; }

    public async Task<IActionResult> OnGetAsync(string number, long question) =>
        await FindAsync(number, question) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string number, long question)
    {
        if (!await FindAsync(number, question))
        {
            return NotFound();
        }

        var answer = await commands.SendAsync(
            scope =>
                commands.Platform.Tenders.Clarifications.Answer(scope, Found.State.Key, question, Text, IsHarmless),
            CommandId == Guid.Empty ? null : CommandId
        );
        if (answer.Rejection is not { } rejection)
        {
            return Redirect($"/tenders/{number}/questions");
        }

        ModelState.AddModelError(string.Empty, texts.Of(rejection).Plain);
        return Page();
    }

    private async Task<bool> FindAsync(string number, long question)
    {
        if (
            await current.ActorAsync() is not { } actor
            || tenders.Find(number) is not { } found
            || !TenderDoors.IsHolder(actor, found.State, HolderRole.Agency)
            || questions.Of(found.State, isForAgency: true).FirstOrDefault(each => each.Key == question) is not { } line
        )
        {
            return false;
        }

        (Found, Question) = (found, line);
        return true;
    }
}
