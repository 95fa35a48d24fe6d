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
/// <c>licence.issuer-differs</c>.
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

    private static IEnumerable<Finding> SignerFaults(VerificationReport report, LicenceDocument licence)
    {
        foreach (
            var field in licence.Signers.Select(signer => signer.Field).OfType<string>().Append(LicencePdf.SealField)
        )
        {
            if (!report.Signatures.Any(signature => signature.Field == field))
            {
                yield return new("licence.signature-missing", $"The signature {field} is missing.");
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
