using Approvals.Server.Pipeline;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Me.Apply;

/// <summary>核对并提交: every answer once more, and the button that sends them.</summary>
public sealed class CheckModel(
    ApplicantSeat applicant,
    ApplyJourneys journeys,
    PageCommands commands,
    DraftSubmission submission,
    ITexts texts
) : PageModel
{
    public ApplyJourney Journey { get; private set; } = null!;

    public AnswerSheet Sheet { get; private set; } = null!;

    /// <summary>Names this sending: however often the form arrives, it happens once.</summary>
    [BindProperty]
    public Guid Command { get; set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation) =>
        await ShowAsync(code, cancellation);

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellation)
    {
        if (Command == Guid.Empty || await applicant.FindAsync() is not { } seat)
        {
            return BadRequest();
        }

        var answer = await commands.SendAsync(scope => submission.Run(scope, code, seat), Command);
        if (answer.Rejection is null)
        {
            return Redirect(ApplyLinks.Slip(answer.Text));
        }

        if (answer.Rejection.Code == "draft.gone")
        {
            return Redirect(ApplyLinks.Begun + "?sent=" + Uri.EscapeDataString(code));
        }

        ModelState.AddModelError(string.Empty, texts.Of(answer.Rejection).Plain);
        return await ShowAsync(code, cancellation);
    }

    private async Task<IActionResult> ShowAsync(string code, CancellationToken cancellation)
    {
        if (
            await applicant.FindAsync() is not { } seat
            || await journeys.FindAsync(code, seat, cancellation) is not { } journey
        )
        {
            return NotFound();
        }

        if (journey.Draft is null)
        {
            return Redirect(ApplyLinks.Start(code));
        }

        Journey = journey;
        Sheet = AnswerSheet.Of(journey, texts);
        Command = Guid.NewGuid();
        return Page();
    }
}
