using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Licences;
using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Verification;

/// <summary>
/// Verifies a licence: everything <see cref="DocumentVerifier"/> checks, that the attached data is what the page says, and that the
/// signatures the licence calls for are there, the seal among them and from the organisation that issues.
/// </summary>
/// <remarks>
/// Further codes: <c>licence.missing</c>, <c>licence.text-differs</c>, <c>licence.signature-missing</c>,
/// <c>licence.signature-unexpected</c>, <c>licence.signature-order</c>, <c>licence.not-certified</c>,
/// <c>licence.signer-differs</c>, <c>licence.issuer-differs</c>.
/// </remarks>
public static class LicenceVerifier
{
    private const int MaximumAttachments = 1000;

    /// <inheritdoc cref="DocumentVerifier.Verify"/>
    public static VerificationReport Verify(ReadOnlyMemory<byte> pdf, Trust trust, DateTimeOffset now)
    {
        var (report, file) = DocumentVerifier.Read(pdf, trust, now);
        if (file is null)
        {
            return report;
        }

        try
        {
            if (Attachment(file) is not { } licence)
            {
                return report with { Faults = [.. report.Faults, new("licence.missing", "No licence is attached.")] };
            }

            return report with
            {
                Faults = [.. report.Faults, .. PageFaults(file, licence), .. SignerFaults(report, licence)],
                Licence = licence,
            };
        }
        catch (PdfFormatException malformed)
        {
            return report with { Faults = [.. report.Faults, new("structure.malformed", malformed.Message)] };
        }
    }

    private static IEnumerable<Finding> PageFaults(PdfFile file, LicenceDocument licence)
    {
        var page = string.Concat(file.Pages().Select(reference => PageText.Of(file, reference)));
        var expected = string.Concat(licence.PrintedTexts);
        if (WithoutBlanks(page) != WithoutBlanks(expected))
        {
            yield return new("licence.text-differs", "The page says something else than the attached data.");
        }
    }

    /// <summary>Exactly the signatures that the licence calls for, in its order, by those it names, the seal last.</summary>
    private static IEnumerable<Finding> SignerFaults(VerificationReport report, LicenceDocument licence)
    {
        var signers = licence.Signers.Where(signer => signer.Field is not null).ToList();
        List<string> wanted = [.. signers.Select(signer => signer.Field!), LicencePdf.SealField];
        var made = report.Signatures.Where(signature => signature.Kind != SignatureKind.DocumentTimestamp).ToList();
        foreach (var field in wanted.Where(field => !made.Exists(signature => signature.Field == field)))
        {
            yield return new("licence.signature-missing", $"The signature {field} is missing.");
        }

        foreach (var signature in made.Where(signature => !wanted.Contains(signature.Field)))
        {
            yield return new("licence.signature-unexpected", $"The licence calls for no signature {signature.Field}.");
        }

        var expected = wanted.Where(field => made.Exists(signature => signature.Field == field));
        var order = made.Select(signature => signature.Field).Where(wanted.Contains);
        if (!order.SequenceEqual(expected, StringComparer.Ordinal))
        {
            yield return new("licence.signature-order", "The signatures were not made in the licence's order.");
        }

        if (signers.Count > 0 && made.Count > 0 && made[0].Kind != SignatureKind.Certification)
        {
            yield return new("licence.not-certified", "The first signature does not certify the document.");
        }

        foreach (var signer in signers)
        {
            var name = made.Find(signature => signature.Field == signer.Field)?.SignerName;
            if (name is not null && name != signer.Name)
            {
                yield return new(
                    "licence.signer-differs",
                    $"{signer.Field} was signed by {name}, not by {signer.Name}."
                );
            }
        }

        var seal = report.Signatures.FirstOrDefault(signature => signature.Field == LicencePdf.SealField)?.Certificate;
        if (seal is not null && Organisation(seal.SubjectName) != licence.Issuer)
        {
            yield return new("licence.issuer-differs", "The seal belongs to another organisation.");
        }
    }

    private static string? Organisation(X500DistinguishedName name)
    {
        const string OrganisationOid = "2.5.4.10";
        return name.EnumerateRelativeDistinguishedNames()
            .FirstOrDefault(part => !part.HasMultipleElements && part.GetSingleElementType().Value == OrganisationOid)
            ?.GetSingleElementValue();
    }

    private static LicenceDocument? Attachment(PdfFile file)
    {
        var names = file.Resolve(file.Catalog["Names"]) as PdfDictionary;
        var files = file.Resolve(names?["EmbeddedFiles"]) as PdfDictionary;
        var entries = (file.Resolve(files?["Names"]) as PdfArray)?.Items ?? [];
        for (var i = 0; i + 1 < Math.Min(entries.Count, MaximumAttachments); i += 2)
        {
            if (
                file.Resolve(entries[i]) is PdfString name
                && name.ToText() == LicenceDocument.AttachmentName
                && file.Resolve(file.Dictionary(file.Dictionary(entries[i + 1])["EF"])["F"]) is PdfStream stream
            )
            {
                return LicenceDocument.FromJson(file.Decode(stream).Span);
            }
        }

        return null;
    }

    private static string WithoutBlanks(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
