using System.Text;
using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Pdf.Reading;

/// <summary>
/// The text of a page in the order it is drawn. Made for proving what a page says, so it reads only what it is sure about: a
/// picture, a form, hidden text or a font without ToUnicode is a <see cref="PdfFormatException"/>.
/// </summary>
public static class PageText
{
    public static string Of(PdfFile file, PdfReference page)
    {
        var dictionary = file.Dictionary(page);
        var fonts = file.Resolve(file.Dictionary(dictionary["Resources"])["Font"]) as PdfDictionary;
        var maps = new Dictionary<string, ToUnicodeMap>(StringComparer.Ordinal);
        var text = new StringBuilder();
        var lexer = new PdfLexer(Content(file, dictionary["Contents"]));
        var operands = new List<PdfValue>();
        ToUnicodeMap? font = null;
        while (!lexer.AtEnd)
        {
            if (lexer.AtValue())
            {
                operands.Add(lexer.Value());
                continue;
            }

            switch (lexer.Operator())
            {
                case "Tf" when operands is [PdfName name, _]:
                    font = MapOf(name.Value);
                    break;
                case "Tj" when operands is [PdfString shown]:
                    Show(shown);
                    break;
                case "TJ" when operands is [PdfArray shown]:
                    foreach (var part in shown.Items.OfType<PdfString>())
                    {
                        Show(part);
                    }

                    break;
                case "Do" or "BI" or "sh" or "Tr" or "'" or "\"":
                    throw new PdfFormatException("the page holds more than plain text and lines", -1);
                default:
                    break;
            }

            operands.Clear();
        }

        return text.ToString();

        ToUnicodeMap MapOf(string name)
        {
            if (!maps.TryGetValue(name, out var map))
            {
                var stream = file.Resolve(file.Dictionary(fonts?[name])["ToUnicode"]) as PdfStream;
                map = ToUnicodeMap.Read(file.Decode(stream ?? throw new PdfFormatException("a font without text", -1)));
                maps[name] = map;
            }

            return map;
        }

        void Show(PdfString shown) =>
            (font ?? throw new PdfFormatException("text without a font", -1)).Append(shown.Bytes, text);
    }

    private static ReadOnlyMemory<byte> Content(PdfFile file, PdfValue? contents)
    {
        var streams = file.Resolve(contents) switch
        {
            PdfStream only => [only],
            PdfArray several => several.Items.Select(item =>
                file.Resolve(item) as PdfStream ?? throw new PdfFormatException("a page's content is missing", -1)
            ),
            _ => throw new PdfFormatException("a page's content is missing", -1),
        };
        var bytes = new List<byte>();
        foreach (var stream in streams)
        {
            bytes.AddRange(file.Decode(stream).Span);
            bytes.Add((byte)'\n');
        }

        return bytes.ToArray();
    }
}
