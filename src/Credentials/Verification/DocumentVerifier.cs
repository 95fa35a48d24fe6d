using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Verification;

/// <summary>
/// Verifies every signature of a PDF: what it covers, its value, its certificate and its revocation at the instant a timestamp
/// proves, and what came after it. Bad files are reports, not exceptions. Pure: the instant comes in, nothing is fetched.
/// </summary>
/// <remarks>
/// Codes beside those of the single checks: <c>structure.malformed</c>, <c>structure.trailing</c>, <c>signature.none</c>,
/// <c>signature.kind</c>, <c>signature.byte-range</c>, <c>signature.revision</c>, <c>document.unsigned-revision</c>,
/// <c>timestamp.order</c>.
/// </remarks>
public static class DocumentVerifier
{
    /// <param name="now">The instant of the check: certificates count at it when no timestamp proves an earlier one.</param>
    public static VerificationReport Verify(ReadOnlyMemory<byte> pdf, Trust trust, DateTimeOffset now) =>
        Read(pdf, trust, now).Report;

    internal static (VerificationReport Report, PdfFile? File) Read(
        ReadOnlyMemory<byte> pdf,
        Trust trust,
        DateTimeOffset now
    )
    {
        try
        {
            var file = PdfFile.Open(pdf);
            var signatures = new SignatureVerifier(file, trust, now).VerifyAll();
            return (new(Overall(file, signatures), signatures), file);
        }
        catch (PdfFormatException malformed)
        {
            return (new([new("structure.malformed", malformed.Message)], []), null);
        }
    }

    internal static bool EndsRevision(ReadOnlySpan<byte> bytes) => bytes.TrimEnd("\r\n"u8).EndsWith("%%EOF"u8);

    /// <summary>Validation data at the end is what makes a B-LT; each piece in it is signed by whoever gave it.</summary>
    private static bool OnlyValidationDataFollows(SignatureReport last) =>
        last.Changes.Count > 0 && last.Changes.All(change => change.Kind == LaterChangeKind.ValidationDataAdded);

    private static List<Finding> Overall(PdfFile file, IReadOnlyList<SignatureReport> signatures)
    {
        var faults = new List<Finding>();
        if (!EndsRevision(file.Bytes.Span))
        {
            faults.Add(new("structure.trailing", "Bytes follow the end of the file."));
        }

        if (!signatures.Any(signature => signature.Kind != SignatureKind.DocumentTimestamp))
        {
            faults.Add(new("signature.none", "Nobody signed."));
        }
        else if (!signatures[^1].CoversWholeDocument && !OnlyValidationDataFollows(signatures[^1]))
        {
            faults.Add(new("document.unsigned-revision", "The last revision is not signed."));
        }

        var proved = signatures
            .Where(signature => signature is { Kind: SignatureKind.DocumentTimestamp, ProvedAt: not null })
            .Select(signature => signature.ProvedAt!.Value)
            .ToList();
        if (proved.Zip(proved.Skip(1)).Any(pair => pair.First > pair.Second))
        {
            faults.Add(new("timestamp.order", "A later document timestamp states an earlier instant."));
        }

        return faults;
    }
}
