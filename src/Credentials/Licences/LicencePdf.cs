using Approvals.Credentials.Pdf.Fonts;
using Approvals.Credentials.Pdf.Writing;
using Approvals.Kernel.Calendar;

namespace Approvals.Credentials.Licences;

/// <summary>
/// The licence as one A4 page: double frame, Song type, fields with spread labels, QR code, the issuer with room for the seal, who
/// acted, the identifier. The seal itself comes with the signature that fills <see cref="SealField"/>. Pure and deterministic.
/// </summary>
public static class LicencePdf
{
    /// <summary>The empty signature field over issuer and date, for the seal.</summary>
    public const string SealField = "seal";

    internal const int MostSigners = 4;

    /// <exception cref="DocumentLayoutException">Text that no scale fits on the page, or more than four signers.</exception>
    /// <exception cref="MissingCharacterException">A character that no font has.</exception>
    public static byte[] Render(LicenceDocument licence, FontSet fonts)
    {
        if (licence.Signers.Count > MostSigners)
        {
            throw new DocumentLayoutException($"A licence has room for {MostSigners} signers.");
        }

        var created = CivilTime.StartOf(licence.IssuedOn);
        var document = new PdfDocument(new(licence.Title, licence.Issuer, "zh-CN", created));
        var page = new LicencePage(document.AddPage(LicencePage.Width, LicencePage.Height), document, licence, fonts);
        page.Draw();
        document.Attach(LicenceDocument.AttachmentName, "application/json", licence.Title, licence.ToJson());
        return document.ToArray();
    }
}
