using Approvals.Cases.Commands;
using Approvals.Credentials.Enrolment;
using Approvals.Kernel.Turns;
using Approvals.Server.Pipeline;
using Approvals.Server.Signing;
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
    DraftSigning signing,
    TimeProvider clock,
    ITexts texts
) : PageModel
{
    public ApplyJourney Journey { get; private set; } = null!;

    public AnswerSheet Sheet { get; private set; } = null!;

    /// <summary>Names this sending: however often the form arrives, it happens once.</summary>
    [BindProperty]
    public Guid Command { get; set; }

    /// <summary>With which keys the applicant may sign; null where somebody at the window sends it.</summary>
    public SigningOffer? Offer { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation) =>
        await ShowAsync(code, cancellation);

    /// <summary>The very bytes that will be signed.</summary>
    public async Task<IActionResult> OnPostPaperAsync(string code, CancellationToken cancellation) =>
        await FindPaperAsync(code, cancellation) is { } paper ? File(paper.Pdf, "application/pdf") : NotFound();

    /// <summary>The signature laid out, as JSON; a refusal is a sentence with status 422.</summary>
    public async Task<IActionResult> OnPostPrepareAsync(string code, string? keyId, CancellationToken cancellation)
    {
        if (await FindPaperAsync(code, cancellation) is not { } paper)
        {
            return NotFound();
        }

        var (prepared, rejection) = signing.Prepare(paper, (await applicant.FindAsync())!.ActorId, keyId);
        return prepared is null ? new SigningRefusal(texts, rejection!) : new JsonResult(prepared);
    }

    public async Task<IActionResult> OnPostAsync(
        string code,
        string? ticket,
        string? signature,
        CancellationToken cancellation
    )
    {
        if (Command == Guid.Empty || await applicant.FindAsync() is not { } seat)
        {
            return BadRequest();
        }

        Func<TurnScope, SignPaper>? signed = null;
        var sent = new SentSignature(ticket, signature);
        // A draft that is gone was sent already: the turn gives the answer of the first sending.
        if (sent.IsThere && await FindPaperAsync(code, cancellation) is { } paper)
        {
            (signed, var refused) = await signing.TakeAsync(paper, null, "申请书", seat.ActorId, sent, cancellation);
            if (refused is not null)
            {
                ModelState.AddModelError(string.Empty, texts.Of(refused).Plain);
                return await ShowAsync(code, cancellation);
            }
        }

        var answer = await commands.SendAsync(scope => submission.Run(scope, code, seat, signed), Command);
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

    /// <summary>Null when there is no draft, or when it is not the applicant who sends it.</summary>
    private async Task<SignablePaper?> FindPaperAsync(string code, CancellationToken cancellation)
    {
        if (
            await applicant.FindAsync() is not { IsServed: false } seat
            || await journeys.FindAsync(code, seat, cancellation) is not { Draft: { } draft } journey
        )
        {
            return null;
        }

        var text = ApplicationPaper.Of(AnswerSheet.Of(journey, texts), journey, seat.Person.Name, clock.GetUtcNow());
        return signing.Of(draft.Key, text, seat.ActorId, EnrolmentKind.Applicant);
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
        Offer = seat.IsServed || !Sheet.IsComplete ? null : signing.OfferTo(seat.ActorId, EnrolmentKind.Applicant);
        return Page();
    }
}
