using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Handling;
using Approvals.Cases.Printing;
using Approvals.Credentials.Authority;
using Approvals.Credentials.Enrolment;
using Approvals.Credentials.Keys;
using Approvals.Credentials.Licences;
using Approvals.Credentials.Signing;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Server.Adapters;
using Approvals.Server.Storage;
using Approvals.Server.Workers;

namespace Approvals.Server.Signing;

/// <summary>
/// Where people sign licences: the paper as it stands, laid out for a certificate of theirs, and taken back with the value that the key
/// in their browser made. Whose turn it is, the case decides.
/// </summary>
public sealed class LicenceSigningDesk(
    Platform platform,
    SealCabinet seals,
    PaperPress press,
    SignedPapers papers,
    PublicAddress address,
    SigningTickets tickets
)
{
    private readonly PaperSources sources = new(platform.Cases.Items);

    /// <summary>The licence that waits for a signature; null when none does.</summary>
    public async Task<PaperToSign?> FindAsync(long key, CancellationToken cancellation)
    {
        var source = platform.Readers.Read(session => sources.Read(session, key));
        if (source.State.NextSignatory is not { } next)
        {
            return null;
        }

        var licence = CasePapers.DraftedLicence(source, address.Of("/verify/" + source.State.Licence!.Identifier));
        var signed = source.State.SignedLicence;
        var pdf = signed is null ? press.Draw(licence) : await papers.ReadAsync(signed, cancellation);
        return new(licence, next, [.. source.State.LicenceSignatures.Select(each => each.Field)], signed, pdf);
    }

    /// <summary>The certificates with which the person may sign for their post now.</summary>
    public IReadOnlyList<CredentialRow> CertificatesOf(string actor) =>
        Organisation.PersonKey(actor) is { } person
            ? [.. platform.Readers.Read(store => CredentialStore.OfPerson(store, person)).Where(IsGood)]
            : [];

    /// <summary>
    /// Lays out the signature. Rejections: <c>licence.not-your-signature</c>, <c>licence.certificate</c>,
    /// <c>licence.certificate-name</c>.
    /// </summary>
    /// <param name="keyId">SHA-256 of the public key, hexadecimal.</param>
    public (PreparedPaper? Prepared, Rejection? Rejection) Prepare(
        PaperToSign paper,
        long task,
        string actor,
        string? keyId
    )
    {
        if (paper.Next.Person != actor)
        {
            return (null, Rejection.Of("licence.not-your-signature"));
        }

        var row = CertificatesOf(actor).FirstOrDefault(each => Convert.ToHexStringLower(each.KeyId) == keyId);
        if (row is null)
        {
            return (null, Rejection.Of("licence.certificate"));
        }

        using var certificate = X509CertificateLoader.LoadCertificate(row.Certificate!);
        if (SubjectName.Of(certificate)?.CommonName != paper.SignerName)
        {
            return (null, Rejection.Of("licence.certificate-name"));
        }

        var at = platform.Clock.GetUtcNow().ToUnixTimeSeconds() * 1000;
        var prepared = LayOut(paper, DateTimeOffset.FromUnixTimeMilliseconds(at), certificate);
        var ticket = new SigningTicket(task, actor, paper.Next.Field, at, row.Key, Digest(prepared));
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
    /// Takes the signature and gives the command that says so, with the bytes stored. Rejections: <c>licence.ticket</c>,
    /// <c>licence.changed</c>, <c>licence.certificate</c>, <c>licence.signature</c>.
    /// </summary>
    /// <param name="signature">IEEE P1363 form, as WebCrypto gives it.</param>
    public async Task<(SignedPaper? Signed, Rejection? Rejection)> TakeAsync(
        PaperToSign paper,
        long task,
        string actor,
        string? sealedTicket,
        byte[] signature,
        CancellationToken cancellation
    )
    {
        if (
            tickets.Open(sealedTicket) is not { } ticket
            || ticket.Task != task
            || ticket.Person != actor
            || ticket.Field != paper.Next.Field
        )
        {
            return (null, Rejection.Of("licence.ticket"));
        }

        // Asked again now: it may have been revoked since the paper was laid out.
        if (CertificatesOf(actor).FirstOrDefault(each => each.Key == ticket.Credential) is not { } row)
        {
            return (null, Rejection.Of("licence.certificate"));
        }

        using var certificate = X509CertificateLoader.LoadCertificate(row.Certificate!);
        var prepared = LayOut(paper, ticket.Instant, certificate);
        if (Digest(prepared) != ticket.Document)
        {
            return (null, Rejection.Of("licence.changed"));
        }

        if (SignatureAlgorithm.FromWebCrypto(signature) is not { } value || !prepared.Accepts(value))
        {
            return (null, Rejection.Of("licence.signature"));
        }

        var now = platform.Clock.GetUtcNow();
        var pdf = prepared.Complete(value, seals.Timestamps(now), now);
        var blob = await papers.StoreAsync(pdf, cancellation);
        return (new(paper, blob, Convert.ToHexStringLower(SHA256.HashData(row.Certificate!))), null);
    }

    private PreparedSignature LayOut(PaperToSign paper, DateTimeOffset at, X509Certificate2 certificate) =>
        PdfSigner.Prepare(
            paper.Pdf,
            LicenceSigning.RequestOf(paper.Licence, paper.Next.Field, at.ToOffset(CivilTime.Offset)),
            certificate,
            seals.Enrolment.ChainOf(certificate)
        );

    private bool IsGood(CredentialRow row)
    {
        if (row.Kind != EnrolmentKind.Clerk.Id || !row.IsGoodAt(platform.Clock.GetUtcNow()))
        {
            return false;
        }

        using var certificate = X509CertificateLoader.LoadCertificate(row.Certificate!);
        return seals.Enrolment.StatusOf(certificate).Standing == CertificateStanding.Good;
    }

    private static string Digest(PreparedSignature prepared) =>
        Convert.ToHexString(SHA256.HashData(prepared.Document.Span));
}

/// <summary>A licence that waits for a signature.</summary>
/// <param name="Signed">Fields that are signed.</param>
/// <param name="Before">The paper up to the last signature; null before the first.</param>
/// <param name="Pdf">What is shown and signed.</param>
public sealed record PaperToSign(
    LicenceDocument Licence,
    LicenceSignatory Next,
    IReadOnlyList<string> Signed,
    DocumentRef? Before,
    byte[] Pdf
)
{
    public string SignerName => Licence.Signers.Single(signer => signer.Field == Next.Field).Name;
}

/// <summary>A signature laid out, as the browser needs it.</summary>
/// <param name="Attributes">DER, what the key signs.</param>
/// <param name="Document">The whole document with the empty place for the signature from <c>Start</c> to <c>End</c>, which the digest
/// leaves out.</param>
public sealed record PreparedPaper(string Ticket, byte[] Attributes, byte[] Document, int Start, int End);

/// <summary>A signature that holds, its paper stored.</summary>
/// <param name="Certificate">SHA-256, lower-case hexadecimal.</param>
public sealed record SignedPaper(PaperToSign Paper, Kernel.Blobs.Blob Blob, string Certificate)
{
    /// <summary>The command, inside the turn that records the document.</summary>
    public SignLicence Command(Kernel.Turns.TurnScope scope)
    {
        var name = Paper.Licence.Title + ".pdf";
        var stored = scope.AddDocument(name, "application/pdf", Blob.Sha256, Blob.Length);
        return new(Paper.Next.Field, Paper.Before, new(stored.Id, stored.Digest), Certificate);
    }
}
