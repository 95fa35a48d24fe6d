using System.Globalization;
using System.Security.Cryptography.Pkcs;
using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;
using Approvals.Credentials.Signing;

namespace Approvals.Credentials.Verification;

/// <summary>The signatures of one file: document timestamps first, because they prove when the others were there.</summary>
internal sealed class SignatureVerifier
{
    private readonly PdfFile file;
    private readonly Trust trust;
    private readonly DateTimeOffset now;
    private readonly RevocationEvidence evidence;
    private readonly IReadOnlyList<SignedField> fields;
    private readonly DocumentRules rules;

    public SignatureVerifier(PdfFile file, Trust trust, DateTimeOffset now)
    {
        (this.file, this.trust, this.now) = (file, trust, now);
        evidence = RevocationEvidence.Of(file, trust);
        fields = SignedField.AllOf(file);
        rules = DocumentRules.Of(file, fields);
    }

    public IReadOnlyList<SignatureReport> VerifyAll()
    {
        var stamps = fields.Where(IsTimestamp).Select(Timestamp).OrderBy(stamp => stamp.CoveredBytes).ToList();
        var signatures = fields.Where(field => !IsTimestamp(field)).Select(field => Verify(field, stamps));
        return [.. signatures.Concat(stamps).OrderBy(signature => signature.CoveredBytes)];
    }

    private static bool IsTimestamp(SignedField field) => field.Dictionary.NameOf("Type") == "DocTimeStamp";

    private SignatureReport Timestamp(SignedField field)
    {
        if (Range(field, DocumentTimestamp.SubFilter, out var refused) is not { } range)
        {
            return refused with { Kind = SignatureKind.DocumentTimestamp };
        }

        var faults = new List<Finding>(refused.Faults);
        var token = ((PdfString)field.Dictionary["Contents"]!).Bytes;
        var verdict = TimestampCheck.Check(token, range.Covered(file.Bytes.Span), trust);
        faults.AddRange(verdict.Faults);
        var changes = Revision(field, range, faults);
        return refused with
        {
            Certificate = verdict.Authority,
            CoveredBytes = range.End,
            CoversWholeDocument = range.End == file.Bytes.Length,
            Faults = faults,
            Kind = SignatureKind.DocumentTimestamp,
            ProvedAt = faults.Count == 0 ? verdict.At : null,
            Changes = changes,
        };
    }

    private SignatureReport Verify(SignedField field, List<SignatureReport> stamps)
    {
        var kind = rules.Certification == field.Signature.Number ? SignatureKind.Certification : SignatureKind.Approval;
        if (Range(field, "ETSI.CAdES.detached", out var refused) is not { } range)
        {
            return refused with { Kind = kind };
        }

        var faults = new List<Finding>(refused.Faults);
        var contents = ((PdfString)field.Dictionary["Contents"]!).Bytes;
        var (signer, cms, wrong) = SignatureCheck.Check(contents, range.Covered(file.Bytes.Span));
        faults.AddRange(wrong);
        var covering = stamps.Where(stamp => stamp.ProvedAt is not null && stamp.CoveredBytes > range.End).ToList();
        var own = signer is null ? null : OwnTimestamp(signer, faults);
        var proved = own ?? covering.FirstOrDefault()?.ProvedAt;
        if (own is { } early && covering.Exists(stamp => stamp.ProvedAt < early))
        {
            faults.Add(new("timestamp.order", "The document timestamp is earlier than the signature's own."));
        }

        var isChecked = signer is not null && CheckCertificate(signer, cms!, proved ?? now, faults);
        var level =
            proved is null ? SignatureLevel.Basic
            : !isChecked || !evidence.IsStored ? SignatureLevel.Timestamped
            : covering.Exists(CoversStore) ? SignatureLevel.LongTermArchival
            : SignatureLevel.LongTerm;
        var changes = Revision(field, range, faults);
        return refused with
        {
            Certificate = signer?.Certificate,
            CoveredBytes = range.End,
            CoversWholeDocument = range.End == file.Bytes.Length,
            Faults = faults,
            Kind = kind,
            Level = level,
            ProvedAt = proved,
            RevocationChecked = isChecked,
            Changes = changes,
        };
    }

    /// <returns>The range, or null with the report that says why there is none.</returns>
    private ByteRange? Range(SignedField field, string subFilter, out SignatureReport report)
    {
        var claimed = Instant(field.Dictionary["M"]);
        var (range, refusal) = ByteRange.Of(file, field);
        var faults = new List<Finding>();
        if (range is null)
        {
            faults.Add(new("signature.byte-range", refusal!));
        }
        else if (field.Dictionary.NameOf("SubFilter") != subFilter)
        {
            faults.Add(new("signature.kind", $"SubFilter is not {subFilter}."));
        }

        report = new(field.Name, null, claimed, 0, false, faults);
        return range;
    }

    /// <summary>The signature's own timestamp: one that is there must be good.</summary>
    private DateTimeOffset? OwnTimestamp(SignerInfo signer, List<Finding> faults)
    {
        DateTimeOffset? earliest = null;
        foreach (var token in SignedContents.TimestampsOf(signer))
        {
            var verdict = TimestampCheck.Check(token, signer.GetSignature(), trust);
            faults.AddRange(verdict.Faults);
            earliest = verdict.At is { } at && !(at > earliest) ? at : earliest;
        }

        return earliest;
    }

    /// <returns>Whether revocation was looked at and known.</returns>
    private bool CheckCertificate(SignerInfo signer, SignedCms cms, DateTimeOffset at, List<Finding> faults)
    {
        var others = cms.Certificates;
        others.AddRange(evidence.Certificates.ToArray());
        var (wrong, chain) = CertificateCheck.ForSigning(signer.Certificate!, others, trust, at);
        faults.AddRange(wrong);
        if (trust.RevocationLists is null && !evidence.IsStored)
        {
            return false;
        }

        var unsure = evidence.Check(chain, at, now).ToList();
        faults.AddRange(unsure);
        return unsure.Count == 0;
    }

    /// <summary>The security store must be the one that the timestamp saw.</summary>
    private bool CoversStore(SignatureReport stamp)
    {
        try
        {
            var then = PdfFile.Open(file.Bytes[..(int)stamp.CoveredBytes]);
            return then.Catalog["DSS"] is PdfReference before
                && file.Catalog["DSS"] is PdfReference after
                && before.Number == after.Number
                && then.Places[before.Number] == file.Places[after.Number];
        }
        catch (PdfFormatException)
        {
            return false;
        }
    }

    /// <summary>The covered part must be a document by itself, in which the signature is the newest one.</summary>
    private List<LaterChange> Revision(SignedField field, ByteRange range, List<Finding> faults)
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
            if (!there || !DocumentVerifier.EndsRevision(signed.Bytes.Span))
            {
                faults.Add(
                    new("signature.revision", "The covered part does not end with the signature's own revision.")
                );
                return [];
            }

            var (changes, wrong) = LaterChanges.Between(signed, file, rules);
            faults.AddRange(wrong);
            return changes;
        }
        catch (PdfFormatException malformed)
        {
            faults.Add(new("signature.revision", malformed.Message));
            return [];
        }
    }

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
