using System.Text;
using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Pdf.Reading;

/// <summary>The text of two-byte codes, from a ToUnicode CMap (ISO 32000-1 §9.10.3): bfchar and bfrange.</summary>
internal sealed class ToUnicodeMap
{
    private readonly Dictionary<int, string> texts = [];

    private ToUnicodeMap() { }

    public static ToUnicodeMap Read(ReadOnlyMemory<byte> cmap)
    {
        var map = new ToUnicodeMap();
        var lexer = new PdfLexer(cmap);
        var operands = new List<PdfValue>();
        while (!lexer.AtEnd)
        {
            if (lexer.AtValue())
            {
                operands.Add(lexer.Value());
                continue;
            }

            switch (lexer.Operator())
            {
                case "endbfchar":
                    map.AddCharacters(operands);
                    break;
                case "endbfrange":
                    map.AddRanges(operands);
                    break;
                default:
                    break;
            }

            operands.Clear();
        }

        return map;
    }

    /// <exception cref="PdfFormatException">A code without text.</exception>
    public void Append(ReadOnlySpan<byte> codes, StringBuilder text)
    {
        for (; codes.Length >= 2; codes = codes[2..])
        {
            text.Append(
                texts.TryGetValue((codes[0] << 8) | codes[1], out var known)
                    ? known
                    : throw new PdfFormatException("a glyph without text", -1)
            );
        }
    }

    private void AddCharacters(List<PdfValue> operands)
    {
        for (var i = 0; i + 1 < operands.Count; i += 2)
        {
            texts[Code(operands[i])] = Text(operands[i + 1]);
        }
    }

    private void AddRanges(List<PdfValue> operands)
    {
        for (var i = 0; i + 2 < operands.Count; i += 3)
        {
            var (first, last) = (Code(operands[i]), Code(operands[i + 1]));
            for (var code = first; code <= last; code++)
            {
                if (operands[i + 2] is PdfArray array && code - first < array.Items.Count)
                {
                    texts[code] = Text(array.Items[code - first]);
                    continue;
                }

                var text = Text(operands[i + 2]);
                texts[code] = text[..^1] + (char)(text[^1] + (code - first));
            }
        }
    }

    private static int Code(PdfValue value) =>
        value is PdfString { Bytes: [var high, var low] }
            ? (high << 8) | low
            : throw new PdfFormatException("a code that is not two bytes", -1);

    private static string Text(PdfValue value) =>
        value is PdfString { Bytes.Length: >= 2 } text
            ? Encoding.BigEndianUnicode.GetString(text.Bytes)
            : throw new PdfFormatException("a code without text", -1);
}
