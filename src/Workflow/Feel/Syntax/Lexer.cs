using System.Globalization;
using System.Text;

namespace Approvals.Workflow.Feel.Syntax;

/// <summary>
/// Cuts the text into tokens on demand (DMN 1.5 §10.3.1.2). Names of several words are the parser's business, because only
/// it knows which names are in scope.
/// </summary>
internal sealed class Lexer(string text)
{
    public string Text => text;

    public Token Read(int position)
    {
        var start = SkipSpace(position);
        if (start >= text.Length)
        {
            return new Token(TokenKind.End, text.Length, text.Length);
        }

        var c = text[start];
        if (char.IsAsciiDigit(c) || (c == '.' && IsDigit(start + 1)))
        {
            return new Token(TokenKind.Number, start, EndOfNumber(start));
        }

        if (c == '"')
        {
            return ReadText(start);
        }

        var end = Characters.EndOfWord(text, start);
        return end > start ? new Token(TokenKind.Word, start, end) : ReadSymbol(start);
    }

    /// <summary>The position after white space and comments.</summary>
    public int SkipSpace(int position)
    {
        while (position < text.Length)
        {
            if (Characters.IsSpace(text[position]))
            {
                position++;
            }
            else if (Starts(position, "//"))
            {
                while (position < text.Length && text[position] is not ('\n' or '\r'))
                {
                    position++;
                }
            }
            else if (Starts(position, "/*"))
            {
                var end = text.IndexOf("*/", position + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    throw new FeelSyntaxException(
                        "syntax",
                        "This comment is not closed.",
                        position,
                        text.Length - position
                    );
                }

                position = end + 2;
            }
            else
            {
                break;
            }
        }

        return position;
    }

    private Token ReadSymbol(int start)
    {
        var (kind, length) = text[start] switch
        {
            '(' => (TokenKind.OpenParen, 1),
            ')' => (TokenKind.CloseParen, 1),
            '[' => (TokenKind.OpenBracket, 1),
            ']' => (TokenKind.CloseBracket, 1),
            '{' => (TokenKind.OpenBrace, 1),
            '}' => (TokenKind.CloseBrace, 1),
            ',' => (TokenKind.Comma, 1),
            ':' => (TokenKind.Colon, 1),
            '@' => (TokenKind.At, 1),
            '.' => Starts(start, "..") ? (TokenKind.DotDot, 2) : (TokenKind.Dot, 1),
            '+' => (TokenKind.Plus, 1),
            '-' => Starts(start, "->") ? (TokenKind.Arrow, 2) : (TokenKind.Minus, 1),
            '*' => Starts(start, "**") ? (TokenKind.Power, 2) : (TokenKind.Star, 1),
            '/' => (TokenKind.Slash, 1),
            '=' => (TokenKind.Equal, 1),
            '!' when Starts(start, "!=") => (TokenKind.NotEqual, 2),
            '<' => Starts(start, "<=") ? (TokenKind.LessEqual, 2) : (TokenKind.Less, 1),
            '>' => Starts(start, ">=") ? (TokenKind.GreaterEqual, 2) : (TokenKind.Greater, 1),
            _ => throw new FeelSyntaxException(
                "syntax",
                $"The character {Describe(start)} has no place here.",
                start,
                1
            ),
        };
        return new Token(kind, start, start + length);
    }

    private string Describe(int position) =>
        char.IsControl(text[position]) || char.IsSurrogate(text[position])
            ? string.Create(CultureInfo.InvariantCulture, $"U+{(int)text[position]:X4}")
            : $"'{text[position]}'";

    private int EndOfNumber(int position)
    {
        while (IsDigit(position))
        {
            position++;
        }

        if (position < text.Length && text[position] == '.' && IsDigit(position + 1))
        {
            position++;
            while (IsDigit(position))
            {
                position++;
            }
        }

        if (position < text.Length && text[position] is 'e' or 'E')
        {
            var digits = position + 1;
            if (digits < text.Length && text[digits] is '+' or '-')
            {
                digits++;
            }

            if (IsDigit(digits))
            {
                position = digits;
                while (IsDigit(position))
                {
                    position++;
                }
            }
        }

        return position;
    }

    private Token ReadText(int start)
    {
        var value = new StringBuilder();
        var at = start + 1;
        while (at < text.Length && text[at] != '"')
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at = ReadEscape(at, value);
            }
            else
            {
                value.Append(text[at++]);
            }
        }

        if (at >= text.Length)
        {
            throw new FeelSyntaxException("syntax", "This string is not closed.", start, text.Length - start);
        }

        var result = value.ToString();
        return Characters.IsUnicode(result)
            ? new Token(TokenKind.Text, start, at + 1, result)
            : throw new FeelSyntaxException(
                "syntax",
                "This string has half a character: a surrogate without its other half.",
                start,
                at + 1 - start
            );
    }

    private int ReadEscape(int at, StringBuilder value)
    {
        var c = text[at + 1];
        var plain = c switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '"' or '\'' or '\\' => c,
            _ => '\0',
        };
        if (plain != '\0')
        {
            value.Append(plain);
            return at + 2;
        }

        var width = c switch
        {
            'u' => 4,
            'U' => 6,
            _ => 0,
        };
        if (
            width > 0
            && at + 2 + width <= text.Length
            && int.TryParse(
                text.AsSpan(at + 2, width),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var code
            )
            && code <= 0x10FFFF
        )
        {
            _ = Rune.TryCreate(code, out var rune) ? value.Append(rune.ToString()) : value.Append((char)code);
            return at + 2 + width;
        }

        // A backslash before anything else stands for itself, so that "\d" is a usable pattern.
        value.Append('\\');
        return at + 1;
    }

    private bool IsDigit(int position) => position < text.Length && char.IsAsciiDigit(text[position]);

    private bool Starts(int position, string symbol) =>
        string.CompareOrdinal(text, position, symbol, 0, symbol.Length) == 0;
}
