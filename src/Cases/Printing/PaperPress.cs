using Approvals.Cases.Notices;
using Approvals.Credentials.Licences;
using Approvals.Credentials.Pdf.Fonts;
using Approvals.Credentials.Seals;
using Approvals.Credentials.Signing;
using Approvals.Credentials.Timestamping;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Organisations;

namespace Approvals.Cases.Printing;

/// <summary>Gives the signer that holds a unit's seal.</summary>
public interface ISealKeys
{
    /// <summary>The signer of the unit's electronic seal; made at its first use.</summary>
    IDocumentSigner SealOf(Unit unit, DateTimeOffset now);

    /// <summary>Stamps what is sealed.</summary>
    ITimestampSource Timestamps(DateTimeOffset now);

    /// <summary>Tells, for what is kept in a licence, that its certificates are good.</summary>
    IValidationSource Validation { get; }
}

/// <summary>Makes papers: sets the page, then seals it with the unit's key. Slow work, for workers after the commit.</summary>
public sealed class PaperPress(FontSet fonts, ISealKeys seals)
{
    private const string LicencePurpose = "电子证照专用";
    private const string NoticePurpose = "行政审批专用";

    /// <summary>A sealed notice or decision.</summary>
    public byte[] Print(NoticeText text, Unit unit, DateTimeOffset now, string verifyUrl) =>
        Seal(Draw(text, verifyUrl), NoticePdf.SealField, NoticePurpose, unit, now);

    /// <summary>A paper before it is numbered and sealed: what a person is shown and signs.</summary>
    public byte[] Draw(NoticeText text, string? verifyUrl = null)
    {
        var blocks = new List<NoticeBlock>();
        blocks.AddRange(text.Paragraphs.Select(paragraph => new NoticeParagraph(paragraph)));
        if (text.List.Count > 0)
        {
            blocks.Add(new NoticeList(text.List));
        }

        blocks.AddRange(text.Closing.Select(paragraph => new NoticeParagraph(paragraph)));
        var notice = new NoticeDocument(
            text.Issuer,
            text.Title,
            text.Number,
            text.Addressee,
            blocks,
            text.Date,
            verifyUrl
        );
        return NoticePdf.Render(notice, fonts);
    }

    /// <summary>The licence before anybody signed: what people are shown and sign in their order.</summary>
    public byte[] Draw(LicenceDocument licence) => LicencePdf.Render(licence, fonts);

    /// <summary>A licence that nobody but its organisation signs, sealed and archived (B-LTA).</summary>
    public byte[] Print(LicenceDocument licence, Unit unit, DateTimeOffset now) => Finish(Draw(licence), unit, now);

    /// <summary>Seals what people signed on a drawn licence, and archives it (B-LTA).</summary>
    public byte[] Finish(ReadOnlyMemory<byte> signed, Unit unit, DateTimeOffset now) =>
        LicenceSigning.Finish(
            signed,
            Request(LicencePdf.SealField, LicencePurpose, unit, now),
            seals.SealOf(unit, now),
            seals.Timestamps(now),
            seals.Validation
        );

    private byte[] Seal(byte[] pdf, string field, string purpose, Unit unit, DateTimeOffset now) =>
        PdfSigner.Sign(pdf, Request(field, purpose, unit, now), seals.SealOf(unit, now), seals.Timestamps(now));

    private SignatureRequest Request(string field, string purpose, Unit unit, DateTimeOffset now)
    {
        var seal = new RoundSeal(unit.Name, purpose, SealNumber(unit), fonts.SongBold);
        return new(
            field,
            now.ToOffset(CivilTime.Offset),
            Appearance: new SealAppearance(seal),
            Reason: purpose,
            SignerName: unit.Name
        );
    }

    /// <summary>The 13 digits along the rim: place, then the digits of the unit's credit code.</summary>
    private static string SealNumber(Unit unit)
    {
        var digits = unit.Region + string.Concat(unit.CreditCode.Where(char.IsAsciiDigit));
        return digits.Length >= 13 ? digits[..13] : digits.PadRight(13, '0');
    }
}
