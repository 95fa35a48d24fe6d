using System.Globalization;
using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Verification;

/// <summary>
/// Verifies every signature of a PDF: what it covers, its value, its certificate, and what came after it. Bad files are reports,
/// not exceptions. Pure: the instant comes in, nothing is fetched.
/// </summary>
/// <remarks>
/// Codes beside those of the single checks: <c>structure.malformed</c>, <c>structure.trailing</c>, <c>signature.none</c>,
/// <c>signature.kind</c>, <c>signature.byte-range</c>, <c>signature.revision</c>, <c>document.unsigned-revision</c>.
/// </remarks>
public static class DocumentVerifier
{
    /// <param name="now">The instant at which certificates must be valid.</param>
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
            var signatures = SignedField
                .AllOf(file)
                .Select(field => Verify(file, field, trust, now))
                .OrderBy(signature => signature.CoveredBytes)
                .ToList();
            return (new(Overall(file, signatures), signatures), file);
        }
        catch (PdfFormatException malformed)
        {
            return (new([new("structure.malformed", malformed.Message)], []), null);
        }
    }

    private static List<Finding> Overall(PdfFile file, List<SignatureReport> signatures)
    {
        var faults = new List<Finding>();
        if (!EndsRevision(file.Bytes.Span))
        {
            faults.Add(new("structure.trailing", "Bytes follow the end of the file."));
        }

        if (signatures.Count == 0)
        {
            faults.Add(new("signature.none", "Nobody signed."));
        }
        else if (!signatures[^1].CoversWholeDocument)
        {
            faults.Add(new("document.unsigned-revision", "The last revision is not signed."));
        }

        return faults;
    }

    private static SignatureReport Verify(PdfFile file, SignedField field, Trust trust, DateTimeOffset now)
    {
        var claimed = Instant(field.Dictionary["M"]);
        var (range, refusal) = ByteRange.Of(file, field);
        if (range is null)
        {
            return new(field.Name, null, claimed, 0, false, [new("signature.byte-range", refusal!)]);
        }

        var faults = new List<Finding>();
        if (field.Dictionary.NameOf("SubFilter") != "ETSI.CAdES.detached")
        {
            faults.Add(new("signature.kind", "SubFilter is not ETSI.CAdES.detached."));
        }

        var contents = ((PdfString)field.Dictionary["Contents"]!).Bytes;
        var (signer, others, wrong) = SignatureCheck.Check(contents, range.Covered(file.Bytes.Span));
        faults.AddRange(wrong);
        if (signer is not null)
        {
            faults.AddRange(CertificateCheck.Check(signer, others, trust, now));
        }

        faults.AddRange(Revision(file, field, range));
        return new(field.Name, signer, claimed, range.End, range.End == file.Bytes.Length, faults);
    }

    /// <summary>The covered part must be a document by itself, in which the signature is the newest one.</summary>
    private static List<Finding> Revision(PdfFile file, SignedField field, ByteRange range)
    {
        if (range.End == file.Bytes.Length)
        {
            return [];
        }

        try
        {
            var signed = PdfFile.Open(file.Bytes[..range.End]);
            var (number, place) = (field.Signature.Number, file.Places[field.Signature.Number]);
            var there =
                SignedField.AllOf(signed).Any(each => each.Name == field.Name && each.Signature.Number == number)
                && signed.Places[number] == place;
            return there && EndsRevision(signed.Bytes.Span)
                ? [.. LaterChanges.Between(signed, file)]
                : [new("signature.revision", "The covered part does not end with the signature's own revision.")];
        }
        catch (PdfFormatException malformed)
        {
            return [new("signature.revision", malformed.Message)];
        }
    }

    private static bool EndsRevision(ReadOnlySpan<byte> bytes) => bytes.TrimEnd("\r\n"u8).EndsWith("%%EOF"u8);

    private static DateTimeOffset? Instant(PdfValue? value)
    {
        var text = (value as PdfString)?.ToText().Replace("'", "", StringComparison.Ordinal) ?? "";
        return DateTimeOffset.TryParseExact(
            text.Replace("Z", "+0000", StringComparison.Ordinal),
            ["'D:'yyyyMMddHHmmsszzz", "'D:'yyyyMMddHHmmsszz"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var instant
        )
            ? instant
            : null;
    }
}
