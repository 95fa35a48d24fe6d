using Approvals.Cases.Notices;
using Approvals.Credentials.Licences;
using Approvals.Credentials.Pdf.Fonts;
using Approvals.Credentials.Seals;
using Approvals.Credentials.Signing;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Organisations;

namespace Approvals.Cases.Printing;

/// <summary>Gives the signer that holds a unit's seal.</summary>
public interface ISealKeys
{
    /// <summary>The signer of the unit's electronic seal; made at its first use.</summary>
    IDocumentSigner SealOf(Unit unit, DateTimeOffset now);
}

/// <summary>Makes papers: sets the page, then seals it with the unit's key. Slow work, for workers after the commit.</summary>
public sealed class PaperPress(FontSet fonts, ISealKeys seals)
{
    private const string LicencePurpose = "电子证照专用";
    private const string NoticePurpose = "行政审批专用";

    /// <summary>A sealed notice or decision.</summary>
    public byte[] Print(NoticeText text, Unit unit, DateTimeOffset now, string verifyUrl)
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
        return Seal(NoticePdf.Render(notice, fonts), NoticePdf.SealField, NoticePurpose, unit, now);
    }

    /// <summary>A sealed licence.</summary>
    public byte[] Print(LicenceDocument licence, Unit unit, DateTimeOffset now) =>
        Seal(LicencePdf.Render(licence, fonts), LicencePdf.SealField, LicencePurpose, unit, now);

    private byte[] Seal(byte[] pdf, string field, string purpose, Unit unit, DateTimeOffset now)
    {
        var seal = new RoundSeal(unit.Name, purpose, SealNumber(unit), fonts.SongBold);
        var request = new SignatureRequest(
            field,
            now.ToOffset(CivilTime.Offset),
            Appearance: new SealAppearance(seal),
            Reason: purpose,
            SignerName: unit.Name
        );
        return PdfSigner.Sign(pdf, request, seals.SealOf(unit, now));
    }

    /// <summary>The 13 digits along the rim: place, then the digits of the unit's credit code.</summary>
    private static string SealNumber(Unit unit)
    {
        var digits = unit.Region + string.Concat(unit.CreditCode.Where(char.IsAsciiDigit));
        return digits.Length >= 13 ? digits[..13] : digits.PadRight(13, '0');
    }
}
