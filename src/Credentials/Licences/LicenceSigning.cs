using Approvals.Credentials.Signing;
using Approvals.Credentials.Timestamping;

namespace Approvals.Credentials.Licences;

/// <summary>
/// How a licence is signed (ETSI EN 319 142-1): the people it names one after another, each in an update of their own, the first of
/// them certifying the document; then the organisation's seal, which locks everything; then validation data and a document
/// timestamp, so that it can be checked when certificates have ended (B-LTA).
/// </summary>
public static class LicenceSigning
{
    /// <summary>The invisible field of the document timestamp.</summary>
    public const string ArchiveField = "archive";

    /// <summary>
    /// What the person of a field signs; give it to <see cref="PdfSigner.Prepare"/> with their certificate.
    /// </summary>
    /// <exception cref="ArgumentException">The licence has no such field.</exception>
    public static SignatureRequest RequestOf(LicenceDocument licence, string field, DateTimeOffset at)
    {
        var signers = licence.Signers.Where(signer => signer.Field is not null).ToList();
        var index = signers.FindIndex(signer => signer.Field == field);
        return index < 0
            ? throw new ArgumentException($"The licence has no signature {field}.", nameof(field))
            : new(field, at, Reason: signers[index].Role, SignerName: signers[index].Name, Certifies: index == 0);
    }

    /// <summary>The field that is to be signed next, or null when only the seal is missing.</summary>
    public static string? NextField(LicenceDocument licence, IReadOnlyCollection<string> signed) =>
        licence
            .Signers.Select(signer => signer.Field)
            .FirstOrDefault(field => field is not null && !signed.Contains(field));

    /// <summary>Seals what the people signed and makes it last.</summary>
    public static byte[] Finish(
        ReadOnlyMemory<byte> pdf,
        SignatureRequest sealRequest,
        IDocumentSigner seal,
        ITimestampSource timestamps,
        IValidationSource validation
    )
    {
        var now = sealRequest.At;
        var signed = PdfSigner.Sign(pdf, sealRequest, seal, timestamps);
        return DocumentTimestamp.Add(SecurityStore.Add(signed, validation, now), ArchiveField, timestamps, now);
    }
}
