using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Approvals.Cases.Handling;
using Approvals.Credentials.Authority;
using Approvals.Credentials.Enrolment;
using Approvals.Credentials.Keys;
using Approvals.Credentials.Signing;
using Approvals.Kernel;
using Approvals.Kernel.Blobs;
using Approvals.Kernel.Calendar;
using Approvals.Server.Adapters;
using Approvals.Server.Storage;

namespace Approvals.Server.Signing;

/// <summary>
/// 所见即所签, for every paper that people sign: the bytes that were shown, laid out for a certificate of theirs, and taken back with the
/// value that the key in their browser made. Nothing is kept meanwhile: the same paper laid out again gives the same bytes.
/// </summary>
public sealed class SigningDesk(Platform platform, SealCabinet seals, SignedPapers papers, SigningTickets tickets)
{
    /// <summary>The certificates with which the person may sign such papers now.</summary>
    public IReadOnlyList<CredentialRow> CertificatesOf(string actor, EnrolmentKind kind) =>
        Organisation.PersonKey(actor) is { } person
            ?
            [
                .. platform
                    .Readers.Read(store => CredentialStore.OfPerson(store, person))
                    .Where(row => IsGood(row, kind)),
            ]
            : [];

    /// <summary>Lays out the signature. Rejections: <c>paper.certificate</c>, <c>paper.certificate-name</c>.</summary>
    /// <param name="keyId">SHA-256 of the public key, hexadecimal.</param>
    public (PreparedPaper? Prepared, Rejection? Rejection) Prepare(SignablePaper paper, string actor, string? keyId)
    {
        var row = CertificatesOf(actor, paper.Kind)
            .FirstOrDefault(each => Convert.ToHexStringLower(each.KeyId) == keyId);
        if (row is null)
        {
            return (null, Rejection.Of("paper.certificate"));
        }

        using var certificate = X509CertificateLoader.LoadCertificate(row.Certificate!);
        if (SubjectName.Of(certificate)?.CommonName != paper.SignerName)
        {
            return (null, Rejection.Of("paper.certificate-name"));
        }

        var at = platform.Clock.GetUtcNow().ToUnixTimeSeconds() * 1000;
        var prepared = LayOut(paper, DateTimeOffset.FromUnixTimeMilliseconds(at), certificate);
        var ticket = new SigningTicket(paper.About, actor, paper.Field, at, row.Key, Digest(prepared));
        return (
            new(
                tickets.Seal(ticket),
                prepared.SignedAttributes.ToArray(),
                prepared.Document.ToArray(),
                prepared.ContentsStart,
                prepared.ContentsEnd
            ),
            null
        );
    }

    /// <summary>
    /// Takes the signature; the paper is stored with it and a time stamp. Rejections: <c>paper.ticket</c>, <c>paper.changed</c>,
    /// <c>paper.certificate</c>, <c>paper.signature</c>.
    /// </summary>
    /// <param name="signature">Base64 of the IEEE P1363 form, as WebCrypto gives it.</param>
    public async Task<(SignedBytes? Signed, Rejection? Rejection)> TakeAsync(
        SignablePaper paper,
        string actor,
        string? sealedTicket,
        string? signature,
        CancellationToken cancellation
    )
    {
        if (
            tickets.Open(sealedTicket) is not { } ticket
            || ticket.About != paper.About
            || ticket.Person != actor
            || ticket.Field != paper.Field
        )
        {
            return (null, Rejection.Of("paper.ticket"));
        }

        // Asked again now: it may have been revoked since the paper was laid out.
        if (CertificatesOf(actor, paper.Kind).FirstOrDefault(each => each.Key == ticket.Credential) is not { } row)
        {
            return (null, Rejection.Of("paper.certificate"));
        }

        using var certificate = X509CertificateLoader.LoadCertificate(row.Certificate!);
        var prepared = LayOut(paper, ticket.Instant, certificate);
        if (Digest(prepared) != ticket.Document)
        {
            return (null, Rejection.Of("paper.changed"));
        }

        var bytes = new byte[signature?.Length ?? 0];
        var length = Convert.TryFromBase64String(signature ?? "", bytes, out var read) ? read : 0;
        if (SignatureAlgorithm.FromWebCrypto(bytes.AsSpan(0, length)) is not { } value || !prepared.Accepts(value))
        {
            return (null, Rejection.Of("paper.signature"));
        }

        var now = platform.Clock.GetUtcNow();
        var pdf = prepared.Complete(value, seals.Timestamps(now), now);
        var blob = await papers.StoreAsync(pdf, cancellation);
        return (new(blob, Convert.ToHexStringLower(SHA256.HashData(row.Certificate!))), null);
    }

    private PreparedSignature LayOut(SignablePaper paper, DateTimeOffset at, X509Certificate2 certificate) =>
        PdfSigner.Prepare(
            paper.Pdf,
            paper.Request(at.ToOffset(CivilTime.Offset)),
            certificate,
            seals.Enrolment.ChainOf(certificate)
        );

    private bool IsGood(CredentialRow row, EnrolmentKind kind)
    {
        if (row.Kind != kind.Id || !row.IsGoodAt(platform.Clock.GetUtcNow()))
        {
            return false;
        }

        using var certificate = X509CertificateLoader.LoadCertificate(row.Certificate!);
        return seals.Enrolment.StatusOf(certificate).Standing == CertificateStanding.Good;
    }

    private static string Digest(PreparedSignature prepared) =>
        Convert.ToHexString(SHA256.HashData(prepared.Document.Span));
}

/// <summary>A paper, and the signature that somebody is to put under it.</summary>
/// <param name="About">Key of what it is about: a task, a draft.</param>
/// <param name="Pdf">What is shown and signed.</param>
/// <param name="Field">The signature's field.</param>
/// <param name="Kind">As what the person signs.</param>
/// <param name="Request">The signature at a claimed instant.</param>
public sealed record SignablePaper(
    long About,
    byte[] Pdf,
    string Field,
    string SignerName,
    EnrolmentKind Kind,
    Func<DateTimeOffset, SignatureRequest> Request
);

/// <summary>A signature laid out, as the browser needs it.</summary>
/// <param name="Attributes">DER, what the key signs.</param>
/// <param name="Document">The whole document with the empty place for the signature from <c>Start</c> to <c>End</c>, which the digest
/// leaves out.</param>
public sealed record PreparedPaper(string Ticket, byte[] Attributes, byte[] Document, int Start, int End);

/// <summary>A paper with a signature that holds, stored.</summary>
/// <param name="Certificate">SHA-256, lower-case hexadecimal.</param>
public sealed record SignedBytes(Blob Blob, string Certificate);
