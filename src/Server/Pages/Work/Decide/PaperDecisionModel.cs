using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Notices;
using Approvals.Credentials.Enrolment;
using Approvals.Kernel;
using Approvals.Server.Signing;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>
/// A decision whose words leave the house: written, shown as the paper it becomes, then sent or changed. Whoever holds a certificate of
/// their post signs what is shown with sending it.
/// </summary>
public abstract class PaperDecisionModel(DecisionServices services) : DecisionModel(services)
{
    /// <summary>The paper as it would be sent, while <see cref="DecisionModel.IsChecking"/>.</summary>
    public NoticeText? Paper { get; private set; }

    /// <summary>With which keys it may be signed.</summary>
    public SigningOffer Offer => Services.Signing.OfferTo(Reader, EnrolmentKind.Clerk);

    /// <summary>What the paper becomes.</summary>
    protected abstract NoticeKind Kind { get; }

    private string Reader => Step.Case.Reader.ActorId;

    public async Task<IActionResult> OnPostEditAsync(long task, CancellationToken cancellation) =>
        await FindAsync(task, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostCheckAsync(long task, CancellationToken cancellation)
    {
        if (!await FindAsync(task, cancellation))
        {
            return NotFound();
        }

        Validate();
        if (ModelState.IsValid)
        {
            Show();
        }

        return Page();
    }

    /// <summary>The very bytes that will be signed.</summary>
    public async Task<IActionResult> OnPostPaperAsync(long task, CancellationToken cancellation) =>
        await FindToSignAsync(task, cancellation) ? File(Signable().Pdf, "application/pdf") : NotFound();

    /// <summary>The signature laid out, as JSON; a refusal is a sentence with status 422.</summary>
    public async Task<IActionResult> OnPostPrepareAsync(long task, string? keyId, CancellationToken cancellation)
    {
        if (!await FindToSignAsync(task, cancellation))
        {
            return NotFound();
        }

        var (prepared, rejection) = Services.Signing.Prepare(Signable(), Reader, keyId);
        return prepared is null ? new SigningRefusal(Texts, rejection!) : new JsonResult(prepared);
    }

    public async Task<IActionResult> OnPostSendAsync(
        long task,
        string? ticket,
        string? signature,
        CancellationToken cancellation
    )
    {
        if (!await FindAsync(task, cancellation))
        {
            return NotFound();
        }

        Validate();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var sent = new SentSignature(ticket, signature);
        // A step that is over gives the answer of its first sending; there is nothing to sign any more.
        if (!sent.IsThere || !Step.IsOpen)
        {
            return await SendAsync(Command());
        }

        var paper = Draw();
        var (signed, rejection) = await Services.Signing.TakeAsync(
            Signable(paper),
            Kind,
            paper.Title,
            Reader,
            sent,
            cancellation
        );
        if (signed is null)
        {
            ModelState.AddModelError(string.Empty, Texts.Of(rejection!).Plain);
            Show();
            return Page();
        }

        return await SendAsync(_ => Command(), signed);
    }

    /// <summary>What was written one sentence a line.</summary>
    protected static string[] SentencesOf(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Puts everything that is missing into the model state.</summary>
    protected abstract void Validate();

    protected abstract NoticeText Draw();

    protected abstract CaseCommand Command();

    private void Show()
    {
        Paper = Draw();
        IsChecking = true;
    }

    private async Task<bool> FindToSignAsync(long task, CancellationToken cancellation)
    {
        if (!await FindAsync(task, cancellation) || !Step.IsOpen)
        {
            return false;
        }

        Validate();
        return ModelState.IsValid;
    }

    private SignablePaper Signable() => Signable(Draw());

    private SignablePaper Signable(NoticeText paper) =>
        Services.Signing.Of(Step.Task, paper, Reader, EnrolmentKind.Clerk);
}
