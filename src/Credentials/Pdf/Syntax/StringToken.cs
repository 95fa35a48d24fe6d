namespace Approvals.Credentials.Pdf.Syntax;

/// <summary>The two spellings of a string (ISO 32000-1 §7.3.4).</summary>
internal static class StringToken
{
    /// <param name="source">Begins with the opening delimiter.</param>
    /// <param name="start">Where <paramref name="source"/> begins in the file.</param>
    public static PdfString Hexadecimal(ReadOnlySpan<byte> source, int start)
    {
        var decoded = new List<byte>();
        var high = -1;
        for (var at = 1; at < source.Length; at++)
        {
            var code = source[at];
            if (code == '>')
            {
                if (high >= 0)
                {
                    decoded.Add((byte)(high << 4));
                }

                return new([.. decoded], hexadecimal: true, start, start + at + 1);
            }

            if (PdfLexer.IsSpace(code))
            {
                continue;
            }

            if (!char.IsAsciiHexDigit((char)code))
            {
                throw new PdfFormatException("not a hexadecimal digit", start + at);
            }

            var digit = (code & 15) + (code > '9' ? 9 : 0);
            if (high < 0)
            {
                high = digit;
            }
            else
            {
                decoded.Add((byte)((high << 4) | digit));
                high = -1;
            }
        }

        throw new PdfFormatException("a string is not closed", start);
    }

    /// <inheritdoc cref="Hexadecimal"/>
    public static PdfString Literal(ReadOnlySpan<byte> source, int start)
    {
        var decoded = new List<byte>();
        var open = 1;
        for (var at = 1; at < source.Length; )
        {
            var code = source[at++];
            switch (code)
            {
                case (byte)'(':
                    open++;
                    decoded.Add(code);
                    break;
                case (byte)')' when --open == 0:
                    return new([.. decoded], hexadecimal: false, start, start + at);
                case (byte)'\\':
                    Escape(source, ref at, decoded);
                    break;
                case 13:
                    decoded.Add(10);
                    SkipLineFeed(source, ref at);
                    break;
                default:
                    decoded.Add(code);
                    break;
            }
        }

        throw new PdfFormatException("a string is not closed", start);
    }

    private static void Escape(ReadOnlySpan<byte> source, ref int at, List<byte> decoded)
    {
        if (at >= source.Length)
        {
            return;
        }

        var code = source[at++];
        switch (code)
        {
            case (byte)'n':
                decoded.Add(10);
                break;
            case (byte)'r':
                decoded.Add(13);
                break;
            case (byte)'t':
                decoded.Add(9);
                break;
            case (byte)'b':
                decoded.Add(8);
                break;
            case (byte)'f':
                decoded.Add(12);
                break;
            case 10:
                break;
            case 13:
                SkipLineFeed(source, ref at);
                break;
            case >= (byte)'0' and <= (byte)'7':
                var octal = code - '0';
                for (var i = 0; i < 2 && at < source.Length && source[at] is >= (byte)'0' and <= (byte)'7'; i++)
                {
                    octal = (octal * 8) + source[at++] - '0';
                }

                decoded.Add((byte)octal);
                break;
            default:
                decoded.Add(code);
                break;
        }
    }

    private static void SkipLineFeed(ReadOnlySpan<byte> source, ref int at) =>
        at += at < source.Length && source[at] == 10 ? 1 : 0;
}
