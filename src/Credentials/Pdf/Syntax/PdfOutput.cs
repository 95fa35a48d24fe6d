using System.Buffers;
using System.Globalization;
using System.Text;

namespace Approvals.Credentials.Pdf.Syntax;

/// <summary>
/// Bytes of a PDF in the making, and the one serialisation of each kind of value. Numbers carry at most four decimals,
/// a quarter of a micrometre at A4 scale, and never an exponent (§7.3.3).
/// </summary>
public sealed class PdfOutput
{
    private const string Hexadecimal = "0123456789ABCDEF";
    private readonly ArrayBufferWriter<byte> buffer = new(4096);

    /// <param name="origin">Offset of the first byte in the file, when this output continues one.</param>
    public PdfOutput(int origin = 0) => Origin = origin;

    public int Origin { get; }
    public int Position => Origin + buffer.WrittenCount;
    public ReadOnlySpan<byte> Written => buffer.WrittenSpan;

    public byte[] ToArray() => buffer.WrittenSpan.ToArray();

    public PdfOutput Raw(ReadOnlySpan<byte> bytes)
    {
        buffer.Write(bytes);
        return this;
    }

    public PdfOutput Ascii(string text)
    {
        var span = buffer.GetSpan(text.Length);
        buffer.Advance(Encoding.ASCII.GetBytes(text, span));
        return this;
    }

    public PdfOutput Number(double value)
    {
        if (!double.IsFinite(value) || Math.Abs(value) > int.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "PDF numbers are finite 32-bit quantities.");
        }

        var scaled = (long)Math.Round(value * 10000, MidpointRounding.AwayFromZero);
        if (scaled < 0)
        {
            Byte((byte)'-');
            scaled = -scaled;
        }

        Integer(scaled / 10000);
        var fraction = (int)(scaled % 10000);
        if (fraction == 0)
        {
            return this;
        }

        Byte((byte)'.');
        for (var unit = 1000; fraction > 0; unit /= 10)
        {
            Byte((byte)('0' + (fraction / unit)));
            fraction %= unit;
        }

        return this;
    }

    public PdfOutput Integer(long value)
    {
        var span = buffer.GetSpan(20);
        value.TryFormat(span, out var written, provider: CultureInfo.InvariantCulture);
        buffer.Advance(written);
        return this;
    }

    public PdfOutput Byte(byte value)
    {
        buffer.GetSpan(1)[0] = value;
        buffer.Advance(1);
        return this;
    }

    public PdfOutput Hex(ReadOnlySpan<byte> bytes)
    {
        var span = buffer.GetSpan((bytes.Length * 2) + 2);
        span[0] = (byte)'<';
        for (var i = 0; i < bytes.Length; i++)
        {
            span[1 + (i * 2)] = (byte)Hexadecimal[bytes[i] >> 4];
            span[2 + (i * 2)] = (byte)Hexadecimal[bytes[i] & 15];
        }

        span[(bytes.Length * 2) + 1] = (byte)'>';
        buffer.Advance((bytes.Length * 2) + 2);
        return this;
    }

    /// <summary>Writes <c>n g obj … endobj</c> and gives the offset of its first byte.</summary>
    public int Indirect(int number, int generation, PdfValue value)
    {
        var offset = Position;
        Integer(number).Byte((byte)' ').Integer(generation).Raw(" obj\n"u8);
        Value(value);
        Raw("\nendobj\n"u8);
        return offset;
    }

    public PdfOutput Value(PdfValue value)
    {
        switch (value)
        {
            case PdfNull:
                return Raw("null"u8);
            case PdfBoolean boolean:
                return Raw(boolean.Value ? "true"u8 : "false"u8);
            case PdfInteger integer:
                return Integer(integer.Value);
            case PdfReal real:
                return Number(real.Value);
            case PdfName name:
                return Name(name.Value);
            case PdfString text:
                return text.Hexadecimal ? Hex(text.Bytes) : Literal(text.Bytes);
            case PdfReference reference:
                return Integer(reference.Number).Byte((byte)' ').Integer(reference.Generation).Raw(" R"u8);
            case PdfArray array:
                Byte((byte)'[');
                for (var i = 0; i < array.Items.Count; i++)
                {
                    if (i > 0)
                    {
                        Byte((byte)' ');
                    }

                    Value(array.Items[i]);
                }

                return Byte((byte)']');
            case PdfDictionary dictionary:
                return Dictionary(dictionary);
            case PdfStream stream:
                var header = new PdfDictionary(stream.Dictionary)
                {
                    ["Length"] = new PdfInteger(stream.Encoded.Length),
                };
                return Dictionary(header).Raw("\nstream\n"u8).Raw(stream.Encoded.Span).Raw("\nendstream"u8);
            case PdfPlaceholder placeholder:
                placeholder.Offset = Position;
                return Raw(placeholder.Bytes.Span);
            default:
                throw new ArgumentException($"No serialisation for {value.GetType().Name}.", nameof(value));
        }
    }

    private PdfOutput Dictionary(PdfDictionary dictionary)
    {
        Raw("<<"u8);
        foreach (var (name, value) in dictionary.Entries)
        {
            Name(name).Byte((byte)' ').Value(value);
        }

        return Raw(">>"u8);
    }

    private PdfOutput Name(string name)
    {
        Byte((byte)'/');
        Span<byte> utf8 = stackalloc byte[Encoding.UTF8.GetMaxByteCount(name.Length)];
        foreach (var code in utf8[..Encoding.UTF8.GetBytes(name, utf8)])
        {
            if (code is > 0x20 and < 0x7F && !PdfLexer.IsDelimiter(code) && code != '#')
            {
                Byte(code);
            }
            else
            {
                Byte((byte)'#').Byte((byte)Hexadecimal[code >> 4]).Byte((byte)Hexadecimal[code & 15]);
            }
        }

        return this;
    }

    private PdfOutput Literal(ReadOnlySpan<byte> bytes)
    {
        Byte((byte)'(');
        foreach (var code in bytes)
        {
            switch (code)
            {
                case (byte)'(' or (byte)')' or (byte)'\\':
                    Byte((byte)'\\').Byte(code);
                    break;
                case (byte)'\r':
                    Raw("\\r"u8);
                    break;
                default:
                    Byte(code);
                    break;
            }
        }

        return Byte((byte)')');
    }
}
