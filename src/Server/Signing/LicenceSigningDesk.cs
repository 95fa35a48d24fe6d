using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Handling;
using Approvals.Cases.Printing;
using Approvals.Credentials.Enrolment;
using Approvals.Credentials.Licences;
using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;
using Approvals.Server.Workers;

namespace Approvals.Server.Signing;

/// <summary>Where people sign licences, one after another. Whose turn it is, the case decides.</summary>
public sealed class LicenceSigningDesk(
    Platform platform,
    SigningDesk desk,
    PaperPress press,
    SignedPapers papers,
    PublicAddress address
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
    public IReadOnlyList<CredentialRow> CertificatesOf(string actor) => desk.CertificatesOf(actor, EnrolmentKind.Clerk);

    /// <summary>Lays out the signature. Rejections: <c>licence.not-your-signature</c> and those of <see cref="SigningDesk.Prepare"/>.</summary>
    /// <param name="keyId">SHA-256 of the public key, hexadecimal.</param>
    public (PreparedPaper? Prepared, Rejection? Rejection) Prepare(
        PaperToSign paper,
        long task,
        string actor,
        string? keyId
    ) =>
        paper.Next.Person == actor
            ? desk.Prepare(paper.ToSignable(task), actor, keyId)
            : (null, Rejection.Of("licence.not-your-signature"));

    /// <summary>Takes the signature and gives the command that says so. Rejections: those of <see cref="SigningDesk.TakeAsync"/>.</summary>
    public async Task<(SignedPaper? Signed, Rejection? Rejection)> TakeAsync(
        PaperToSign paper,
        long task,
        string actor,
        string? ticket,
        string? signature,
        CancellationToken cancellation
    )
    {
        var (signed, rejection) = await desk.TakeAsync(paper.ToSignable(task), actor, ticket, signature, cancellation);
        return (signed is null ? null : new(paper, signed), rejection);
    }
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
    internal SignablePaper ToSignable(long task) =>
        new(
            task,
            Pdf,
            Next.Field,
            Licence.Signers.Single(signer => signer.Field == Next.Field).Name,
            EnrolmentKind.Clerk,
            at => LicenceSigning.RequestOf(Licence, Next.Field, at)
        );
}

/// <summary>A signature that holds, its paper stored.</summary>
public sealed record SignedPaper(PaperToSign Paper, SignedBytes Bytes)
{
    /// <summary>The command, inside the turn that records the document.</summary>
    public SignLicence Command(TurnScope scope)
    {
        var name = Paper.Licence.Title + ".pdf";
        var stored = scope.AddDocument(name, "application/pdf", Bytes.Blob.Sha256, Bytes.Blob.Length);
        return new(Paper.Next.Field, Paper.Before, new(stored.Id, stored.Digest), Bytes.Certificate);
    }
}
