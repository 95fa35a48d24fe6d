using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Approvals.Credentials.Pdf.Fonts;
using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Pdf.Writing;

/// <summary>
/// A glyph subset as a Type0 font with Identity-H codes, its program embedded and its text given back by ToUnicode
/// (ISO 32000-1 §9.7, §9.10.3; ISO 19005-3 §6.2.11).
/// </summary>
internal static class EmbeddedFont
{
    private const int Symbolic = 4;
    private const int BlockSize = 100;

    public static PdfReference Write(GlyphSubset subset, IPdfObjects objects)
    {
        var program = subset.Build();
        var font = subset.Font;
        var name = new PdfName($"{Tag(program)}+{font.PostScriptName}");
        var file = objects.Add(
            StreamFilters.Compressed(new() { ["Length1"] = new PdfInteger(program.Length) }, program)
        );
        var descriptor = objects.Add(
            new PdfDictionary
            {
                ["Type"] = new PdfName("FontDescriptor"),
                ["FontName"] = name,
                ["Flags"] = new PdfInteger(Symbolic),
                ["FontBBox"] = PdfArray.OfNumbers([
                    .. font.BoundingBox.Select(value => Math.Round(value * 1000.0 / font.UnitsPerEm)),
                ]),
                ["ItalicAngle"] = new PdfInteger(0),
                ["Ascent"] = Thousandths(font, font.Ascent),
                ["Descent"] = Thousandths(font, font.Descent),
                ["CapHeight"] = Thousandths(font, font.CapHeight),
                ["StemV"] = new PdfInteger(font.Weight / 5),
                ["FontFile2"] = file,
            }
        );
        var widths = new PdfArray();
        for (var i = 0; i < subset.Entries.Count; i++)
        {
            widths.Items.Add(new PdfReal(Math.Round(subset.WidthOf(i), 3)));
        }

        var descendant = objects.Add(
            new PdfDictionary
            {
                ["Type"] = new PdfName("Font"),
                ["Subtype"] = new PdfName("CIDFontType2"),
                ["BaseFont"] = name,
                ["CIDSystemInfo"] = new PdfDictionary
                {
                    ["Registry"] = PdfString.OfText("Adobe"),
                    ["Ordering"] = PdfString.OfText("Identity"),
                    ["Supplement"] = new PdfInteger(0),
                },
                ["FontDescriptor"] = descriptor,
                ["DW"] = new PdfInteger(1000),
                ["W"] = new PdfArray(new PdfInteger(0), widths),
                ["CIDToGIDMap"] = new PdfName("Identity"),
            }
        );
        return objects.Add(
            new PdfDictionary
            {
                ["Type"] = new PdfName("Font"),
                ["Subtype"] = new PdfName("Type0"),
                ["BaseFont"] = name,
                ["Encoding"] = new PdfName("Identity-H"),
                ["DescendantFonts"] = new PdfArray(descendant),
                ["ToUnicode"] = objects.Add(StreamFilters.Compressed(new(), ToUnicode(subset))),
            }
        );
    }

    private static PdfInteger Thousandths(TrueTypeFont font, int value) =>
        new((long)Math.Round(value * 1000.0 / font.UnitsPerEm));

    /// <summary>Six capitals that mark a subset (§9.6.4), taken from its content.</summary>
    private static string Tag(byte[] program)
    {
        Span<char> tag = stackalloc char[6];
        var hash = SHA256.HashData(program);
        for (var i = 0; i < tag.Length; i++)
        {
            tag[i] = (char)('A' + (hash[i] % 26));
        }

        return new(tag);
    }

    private static byte[] ToUnicode(GlyphSubset subset)
    {
        var map = new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """
        );
        var lines = new List<string>();
        for (var i = 0; i < subset.Entries.Count; i++)
        {
            if (subset.Entries[i].Character is { } character)
            {
                var text = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(character.ToString()));
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"<{i:X4}> <{text}>\n"));
            }
        }

        foreach (var block in lines.Chunk(BlockSize))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            map.AppendJoin("", block).Append("endbfchar\n");
        }

        map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return Encoding.ASCII.GetBytes(map.ToString());
    }
}
