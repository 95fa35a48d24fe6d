using System.Globalization;
using System.Text;

namespace Approvals.Credentials.Pdf.Syntax;

/// <summary>
/// Reads values of ISO 32000-1 §7.2–7.3 from bytes, strictly: an unknown token, an unclosed string, a repeated key or a nesting
/// past <see cref="MaximumDepth"/> is a <see cref="PdfFormatException"/>, never a guess, because two readers that guess
/// differently are how a signed file shows two faces.
/// </summary>
public sealed class PdfLexer(ReadOnlyMemory<byte> bytes, int position = 0)
{
    public const int MaximumDepth = 64;

    public int Position { get; set; } = position;

    public bool AtEnd
    {
        get
        {
            SkipSpace();
            return Position >= bytes.Length;
        }
    }

    public static bool IsSpace(byte code) => code is 0 or 9 or 10 or 12 or 13 or 32;

    public static bool IsDelimiter(byte code) => "()<>[]{}/%"u8.Contains(code);

    private static bool IsRegular(byte code) => !IsSpace(code) && !IsDelimiter(code);

    public void SkipSpace()
    {
        var span = bytes.Span;
        while (Position < span.Length)
        {
            if (IsSpace(span[Position]))
            {
                Position++;
            }
            else if (span[Position] == '%')
            {
                while (Position < span.Length && span[Position] is not (10 or 13))
                {
                    Position++;
                }
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>True, and past it, when the keyword stands here as a whole token.</summary>
    public bool TryKeyword(ReadOnlySpan<byte> keyword)
    {
        SkipSpace();
        var rest = bytes.Span[Position..];
        if (!rest.StartsWith(keyword) || (rest.Length > keyword.Length && IsRegular(rest[keyword.Length])))
        {
            return false;
        }

        Position += keyword.Length;
        return true;
    }

    public void Keyword(ReadOnlySpan<byte> keyword)
    {
        if (!TryKeyword(keyword))
        {
            throw Bad($"'{Encoding.ASCII.GetString(keyword)}' is missing");
        }
    }

    public long Integer() => Value() is PdfInteger integer ? integer.Value : throw Bad("an integer is missing");

    /// <summary>A run of regular characters: an operator of a content stream.</summary>
    public string Operator()
    {
        SkipSpace();
        var start = Position;
        var span = bytes.Span;
        while (Position < span.Length && IsRegular(span[Position]))
        {
            Position++;
        }

        return start == Position ? throw Bad("unexpected character") : Encoding.Latin1.GetString(span[start..Position]);
    }

    /// <summary>True when a value, not an operator, begins here.</summary>
    public bool AtValue()
    {
        SkipSpace();
        var rest = bytes.Span[Position..];
        return rest is [(byte)'(' or (byte)'<' or (byte)'[' or (byte)'/' or (byte)'+' or (byte)'-' or (byte)'.', ..]
            || (rest.Length > 0 && char.IsAsciiDigit((char)rest[0]))
            || AtWord(rest, "true"u8)
            || AtWord(rest, "false"u8)
            || AtWord(rest, "null"u8);
    }

    public PdfValue Value() => Value(0);

    private PdfValue Value(int depth)
    {
        if (depth > MaximumDepth)
        {
            throw Bad("nested too deeply");
        }

        SkipSpace();
        var rest = bytes.Span[Position..];
        switch (rest)
        {
            case []:
                throw Bad("the file ends inside a value");
            case [(byte)'/', ..]:
                return new PdfName(Name());
            case [(byte)'(', ..]:
                return Taken(StringToken.Literal(rest, Position));
            case [(byte)'<', (byte)'<', ..]:
                return Dictionary(depth);
            case [(byte)'<', ..]:
                return Taken(StringToken.Hexadecimal(rest, Position));
            case [(byte)'[', ..]:
                return Array(depth);
            default:
                break;
        }

        if (TryKeyword("true"u8))
        {
            return new PdfBoolean(true);
        }

        if (TryKeyword("false"u8))
        {
            return new PdfBoolean(false);
        }

        return TryKeyword("null"u8) ? PdfNull.Instance : NumberOrReference();
    }

    private static bool AtWord(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> word) =>
        rest.StartsWith(word) && (rest.Length == word.Length || !IsRegular(rest[word.Length]));

    private PdfValue NumberOrReference()
    {
        var number = Number();
        if (number is not PdfInteger { Value: >= 0 and <= int.MaxValue } first)
        {
            return number;
        }

        var after = Position;
        var span = bytes.Span;
        SkipSpace();
        var start = Position;
        while (Position < span.Length && char.IsAsciiDigit((char)span[Position]))
        {
            Position++;
        }

        if (
            Position - start is > 0 and <= 5
            && int.TryParse(span[start..Position], NumberStyles.None, CultureInfo.InvariantCulture, out var generation)
            && TryKeyword("R"u8)
        )
        {
            return new PdfReference((int)first.Value, generation);
        }

        Position = after;
        return number;
    }

    private PdfValue Number()
    {
        var span = bytes.Span;
        var start = Position;
        while (Position < span.Length && (char.IsAsciiDigit((char)span[Position]) || "+-."u8.Contains(span[Position])))
        {
            Position++;
        }

        var token = span[start..Position];
        if (token.Length > 0 && (Position == span.Length || !IsRegular(span[Position])))
        {
            if (long.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
            {
                return new PdfInteger(integer);
            }

            const NumberStyles Real = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
            if (double.TryParse(token, Real, CultureInfo.InvariantCulture, out var real))
            {
                return new PdfReal(real);
            }
        }

        Position = start;
        throw Bad("not a value");
    }

    private string Name()
    {
        var span = bytes.Span;
        Position++;
        var name = new List<byte>();
        while (Position < span.Length && IsRegular(span[Position]))
        {
            if (span[Position] != '#')
            {
                name.Add(span[Position++]);
                continue;
            }

            if (
                Position + 2 >= span.Length
                || !byte.TryParse(
                    span.Slice(Position + 1, 2),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var code
                )
            )
            {
                throw Bad("a broken escape in a name");
            }

            name.Add(code);
            Position += 3;
        }

        return Encoding.UTF8.GetString([.. name]);
    }

    private PdfArray Array(int depth)
    {
        Position++;
        var items = new List<PdfValue>();
        while (true)
        {
            SkipSpace();
            if (Position < bytes.Length && bytes.Span[Position] == ']')
            {
                Position++;
                return new(items);
            }

            items.Add(Value(depth + 1));
        }
    }

    private PdfDictionary Dictionary(int depth)
    {
        Position += 2;
        var dictionary = new PdfDictionary();
        while (true)
        {
            SkipSpace();
            var rest = bytes.Span[Position..];
            if (rest.StartsWith(">>"u8))
            {
                Position += 2;
                return dictionary;
            }

            if (rest is not [(byte)'/', ..])
            {
                throw Bad("a dictionary key is missing");
            }

            var name = Name();
            if (!dictionary.TryAdd(name, Value(depth + 1)))
            {
                throw Bad($"the key {name} stands twice in one dictionary");
            }
        }
    }

    private PdfString Taken(PdfString token)
    {
        Position = token.End;
        return token;
    }

    private PdfFormatException Bad(string message) => new(message, Position);
}
