using Approvals.Cases.Commands;
using Approvals.Kernel;
using Approvals.Server.Identity.Sessions;
using Approvals.Server.Signing;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>
/// 在证照上签名: the paper is shown, laid out for a certificate of the person, signed by the key in their browser, and taken. Needs a fresh
/// proof that it is still them.
/// </summary>
public sealed class SignLicenceModel(DecisionServices services, LicenceSigningDesk desk, CurrentSession session)
    : DecisionModel(services)
{
    /// <summary>Stands for a step that is over: the turn gives the answer of the first sending, or says that it is over.</summary>
    private static readonly SignLicence Over = new("", null, new(0, ""), "");

    public override string Outcome => "sign-licence";

    /// <summary>Null once nothing is left to sign here.</summary>
    public PaperToSign? Paper { get; private set; }

    /// <summary>SHA-256 of the public keys with which the person may sign, hexadecimal.</summary>
    public IReadOnlyList<string> Keys { get; private set; } = [];

    public bool IsFresh => session.IsFresh;

    public override async Task<IActionResult> OnGetAsync(long task, CancellationToken cancellation)
    {
        var page = await base.OnGetAsync(task, cancellation);
        if (Step is { IsOpen: true })
        {
            await ReadAsync(cancellation);
        }

        return page;
    }

    /// <summary>The very bytes that will be signed, up to the signatures made so far.</summary>
    public async Task<IActionResult> OnGetPaperAsync(long task, CancellationToken cancellation) =>
        await FindAsync(task, cancellation)
        && Step.IsOpen
        && await desk.FindAsync(Facts.Row.Key, cancellation) is { } paper
            ? File(paper.Pdf, "application/pdf")
            : NotFound();

    /// <summary>The signature laid out, as JSON; a refusal is a sentence with status 422.</summary>
    public async Task<IActionResult> OnPostPrepareAsync(long task, string? keyId, CancellationToken cancellation)
    {
        if (!await FindAsync(task, cancellation))
        {
            return NotFound();
        }

        if (!IsFresh)
        {
            return Refused(Rejection.Of("paper.confirm"));
        }

        if (!Step.IsOpen || await desk.FindAsync(Facts.Row.Key, cancellation) is not { } paper)
        {
            return Refused(Rejection.Of("licence.signed-already"));
        }

        var (prepared, rejection) = desk.Prepare(paper, task, Step.Case.Reader.ActorId, keyId);
        return prepared is null ? Refused(rejection!) : new JsonResult(prepared);
    }

    public async Task<IActionResult> OnPostAsync(
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

        if (!IsFresh)
        {
            return Redirect($"{FreshProofAttribute.Address}?returnUrl={Uri.EscapeDataString(Address)}");
        }

        await ReadAsync(cancellation);
        if (!Step.IsOpen || Paper is null)
        {
            return await SendAsync(Over);
        }

        var (signed, rejection) = await desk.TakeAsync(
            Paper,
            task,
            Step.Case.Reader.ActorId,
            ticket,
            signature,
            cancellation
        );
        if (signed is null)
        {
            ModelState.AddModelError(string.Empty, Texts.Of(rejection!).Plain);
            return Page();
        }

        return await SendAsync(signed.Command);
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        Paper = await desk.FindAsync(Facts.Row.Key, cancellation);
        Keys = [.. desk.CertificatesOf(Step.Case.Reader.ActorId).Select(row => Convert.ToHexStringLower(row.KeyId))];
    }

    private SigningRefusal Refused(Rejection rejection) => new(Texts, rejection);
}
