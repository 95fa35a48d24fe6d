using System.Globalization;
using System.Security;
using System.Text;
using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Pdf.Writing;

/// <summary>
/// What a file says about itself, once as the information dictionary and once as XMP, which PDF/A wants equal
/// (ISO 19005-3 §6.6.2–6.6.4).
/// </summary>
/// <param name="Author">The organisation that issues the document.</param>
/// <param name="Language">BCP 47 tag of the text, <c>zh-CN</c>.</param>
/// <param name="Created">Carried with its own offset, to the second.</param>
public sealed record DocumentInformation(string Title, string Author, string Language, DateTimeOffset Created)
{
    private const string Producer = "Approvals";

    internal PdfDictionary ToDictionary()
    {
        var date = PdfDate(Created);
        return new()
        {
            ["Title"] = PdfString.OfText(Title),
            ["Author"] = PdfString.OfText(Author),
            ["Creator"] = PdfString.OfText(Producer),
            ["Producer"] = PdfString.OfText(Producer),
            ["CreationDate"] = date,
            ["ModDate"] = date,
        };
    }

    internal static PdfString PdfDate(DateTimeOffset instant)
    {
        var offset = instant.Offset;
        var sign = offset < TimeSpan.Zero ? '-' : '+';
        return PdfString.OfText(
            string.Create(CultureInfo.InvariantCulture, $"D:{instant:yyyyMMddHHmmss}{sign}{offset:hh}'{offset:mm}'")
        );
    }

    internal byte[] ToXmp()
    {
        var date = Created.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        var (title, author) = (SecurityElement.Escape(Title), SecurityElement.Escape(Author));
        return Encoding.UTF8.GetBytes(
            $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about=""
              xmlns:dc="http://purl.org/dc/elements/1.1/"
              xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
              xmlns:xmp="http://ns.adobe.com/xap/1.0/"
              xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
            <pdfaid:part>3</pdfaid:part>
            <pdfaid:conformance>B</pdfaid:conformance>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
            <dc:language><rdf:Bag><rdf:li>{Language}</rdf:li></rdf:Bag></dc:language>
            <pdf:Producer>{Producer}</pdf:Producer>
            <xmp:CreatorTool>{Producer}</xmp:CreatorTool>
            <xmp:CreateDate>{date}</xmp:CreateDate>
            <xmp:ModifyDate>{date}</xmp:ModifyDate>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """
        );
    }
}
