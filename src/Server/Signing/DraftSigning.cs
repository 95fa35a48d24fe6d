using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Handling;
using Approvals.Cases.Notices;
using Approvals.Cases.Printing;
using Approvals.Credentials.Enrolment;
using Approvals.Credentials.Signing;
using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Identity.Sessions;
using Approvals.Server.Storage;

namespace Approvals.Server.Signing;

/// <summary>
/// 签发稿: whoever decides, keeps minutes or applies signs the paper as the page shows it, before it has a number; the paper that goes out
/// is numbered and sealed. Without a certificate, a key in this browser or a fresh proof, the seal stands alone.
/// </summary>
public sealed class DraftSigning(Platform platform, SigningDesk desk, PaperPress press, CurrentSession session)
{
    /// <summary>The field of the signature; it is not seen on the paper.</summary>
    public const string Field = "signer";

    /// <summary>What the page needs to let the person sign.</summary>
    public SigningOffer OfferTo(string actor, EnrolmentKind kind)
    {
        var keys = desk.CertificatesOf(actor, kind).Select(row => Convert.ToHexStringLower(row.KeyId)).ToList();
        return new(session.IsFresh ? keys : [], keys.Count > 0 && !session.IsFresh);
    }

    /// <param name="about">Key of the task or the draft.</param>
    public SignablePaper Of(long about, NoticeText text, string actor, EnrolmentKind kind)
    {
        var name = platform.Readers.Read(store =>
            Organisation.PersonKey(actor) is { } key ? Organisation.FindPerson(store, key)?.Name : null
        );
        return new(
            about,
            press.Draw(text),
            Field,
            name ?? "",
            kind,
            at => new SignatureRequest(Field, at, Reason: text.Title, SignerName: name)
        );
    }

    /// <summary>Rejections: <c>paper.confirm</c> and those of <see cref="SigningDesk.Prepare"/>.</summary>
    public (PreparedPaper? Prepared, Rejection? Rejection) Prepare(SignablePaper paper, string actor, string? keyId) =>
        session.IsFresh ? desk.Prepare(paper, actor, keyId) : (null, Rejection.Of("paper.confirm"));

    /// <summary>The command that follows the act in its turn. Rejections: <c>paper.confirm</c> and those of <see cref="SigningDesk.TakeAsync"/>.</summary>
    public async Task<(Func<TurnScope, SignPaper>? Signature, Rejection? Rejection)> TakeAsync(
        SignablePaper paper,
        NoticeKind? kind,
        string title,
        string actor,
        SentSignature sent,
        CancellationToken cancellation
    )
    {
        if (!session.IsFresh)
        {
            return (null, Rejection.Of("paper.confirm"));
        }

        var (signed, rejection) = await desk.TakeAsync(paper, actor, sent.Ticket, sent.Signature, cancellation);
        return signed is null ? (null, rejection) : (Command, null);

        SignPaper Command(TurnScope scope)
        {
            var stored = scope.AddDocument(title + ".pdf", "application/pdf", signed.Blob.Sha256, signed.Blob.Length);
            return new(kind, new(stored.Id, stored.Digest), signed.Certificate);
        }
    }
}

/// <summary>Which keys may sign.</summary>
/// <param name="Keys">SHA-256 of the public keys, hexadecimal; empty when the seal stands alone.</param>
/// <param name="NeedsProof">The person could sign after proving that it is still them.</param>
public sealed record SigningOffer(IReadOnlyList<string> Keys, bool NeedsProof);

/// <summary>What the browser sent with a form, both null where nothing was signed.</summary>
public sealed record SentSignature(string? Ticket, string? Signature)
{
    public bool IsThere => !string.IsNullOrEmpty(Ticket);
}
