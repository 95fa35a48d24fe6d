using System.Text;

namespace Approvals.Workflow.Feel.Syntax;

/// <summary>The character classes of FEEL's grammar (DMN 1.5 §10.3.1.2, rules 27–31 and 61).</summary>
internal static class Characters
{
    public static bool IsSpace(char c) =>
        c
            is ' '
                or (>= '\t' and <= '\r')
                or '\u0085'
                or '\u00A0'
                or '\u1680'
                or '\u180E'
                or (>= '\u2000' and <= '\u200B')
                or '\u2028'
                or '\u2029'
                or '\u202F'
                or '\u205F'
                or '\u3000'
                or '\uFEFF';

    public static bool IsNameStart(int c) =>
        c < 128
            ? char.IsAsciiLetter((char)c) || c is '_' or '?'
            : c
                is (>= 0xC0 and <= 0x2FF and not 0xD7 and not 0xF7)
                    or (>= 0x370 and <= 0x37D)
                    or (>= 0x37F and <= 0x1FFF and not 0x1680 and not 0x180E)
                    or (>= 0x200C and <= 0x200D)
                    or (>= 0x2070 and <= 0x218F)
                    or (>= 0x2C00 and <= 0x2FEF)
                    or (>= 0x3001 and <= 0xD7FF)
                    or (>= 0xF900 and <= 0xFDCF)
                    or (>= 0xFDF0 and <= 0xFFFD and not 0xFEFF)
                    or (>= 0x10000 and <= 0xEFFFF);

    public static bool IsNamePart(int c) =>
        IsNameStart(c) || c is (>= '0' and <= '9') or 0xB7 or (>= 0x300 and <= 0x36F) or (>= 0x203F and <= 0x2040);

    /// <summary>The additional name symbols, which only a declared name may contain.</summary>
    public static bool IsNameSymbol(char c) => c is '.' or '/' or '-' or '\'' or '+' or '*';

    /// <summary>The code point at a position, a lone surrogate being itself, and its length in UTF-16 units.</summary>
    public static (int CodePoint, int Length) At(string text, int position)
    {
        if (!char.IsSurrogate(text[position]))
        {
            return (text[position], 1);
        }

        var status = Rune.DecodeFromUtf16(text.AsSpan(position), out var rune, out var length);
        return status == System.Buffers.OperationStatus.Done ? (rune.Value, length) : (text[position], 1);
    }

    /// <summary>The end of the identifier that starts here, or the position itself.</summary>
    public static int EndOfWord(string text, int position)
    {
        var start = position;
        while (position < text.Length)
        {
            var (c, length) = At(text, position);
            if (position == start ? !IsNameStart(c) : !IsNamePart(c))
            {
                break;
            }

            position += length;
        }

        return position;
    }

    /// <summary>No surrogate is without its other half.</summary>
    public static bool IsUnicode(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }

    /// <summary>A single word that can stand as a context key without quotes.</summary>
    public static bool IsName(string text) => text.Length > 0 && EndOfWord(text, 0) == text.Length;

    /// <summary>Runs of white space become one space, none stays at the ends.</summary>
    public static string Normalise(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (!IsSpace(c))
            {
                text.Append(c);
            }
            else if (text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }
        }

        return text.Length > 0 && text[^1] == ' ' ? text.ToString(0, text.Length - 1) : text.ToString();
    }
}
