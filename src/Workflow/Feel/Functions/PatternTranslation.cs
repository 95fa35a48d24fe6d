using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>
/// XPath's regular expressions (XPath and XQuery Functions 3.1 §5.6.1, XML Schema part 2 appendix G) as those of .NET. What
/// XPath does not have — look-around, other escapes, unknown flags — is refused.
/// </summary>
internal sealed class PatternTranslation
{
    private const string Space = @"\t\n\r ";
    private const string NotSpace = @"\u0000-\u0008\u000B\u000C\u000E-\u001F\u0021-\uD7FF\uE000-\uFFFF";
    private const string Word = @"\p{L}\p{M}\p{N}\p{S}";
    private const string NotWord = @"\p{P}\p{Z}\p{Cc}\p{Cf}\p{Co}\p{Cn}";

    // .NET matches UTF-16 units, XPath characters: what stands for "any but…" takes a pair or no surrogate.
    private const string Pair = @"[\uD800-\uDBFF][\uDC00-\uDFFF]";
    private const string NameStart = @"\p{L}\p{Nl}_:";
    private const string NamePart = @"\p{L}\p{Nl}\p{Nd}\p{M}_:.\-\u00B7";
    private readonly string pattern;
    private readonly bool dotAll;
    private readonly bool skipSpace;
    private readonly bool multiline;
    private readonly StringBuilder output = new();
    private readonly Stack<int> openGroups = new();
    private readonly HashSet<int> closedGroups = [];
    private int groups;
    private int at;

    private PatternTranslation(string pattern, string flags)
    {
        skipSpace = flags.Contains('x', StringComparison.Ordinal);
        dotAll = flags.Contains('s', StringComparison.Ordinal);
        multiline = flags.Contains('m', StringComparison.Ordinal);
        this.pattern = pattern;
        Options =
            (flags.Contains('i', StringComparison.Ordinal) ? RegexOptions.IgnoreCase : RegexOptions.None)
            | (multiline ? RegexOptions.Multiline : RegexOptions.None);
    }

    public string Text => output.ToString();
    public RegexOptions Options { get; }
    public bool HasBackReference { get; private set; }

    /// <summary>Null when it is no XPath pattern.</summary>
    public static PatternTranslation? Translate(string pattern, string flags)
    {
        if (flags.AsSpan().ContainsAnyExcept("smixq"))
        {
            return null;
        }

        var translation = new PatternTranslation(pattern, flags);
        if (flags.Contains('q', StringComparison.Ordinal))
        {
            translation.output.Append(Regex.Escape(pattern));
            return translation;
        }

        return translation.Run() ? translation : null;
    }

    private bool Run()
    {
        while (TryNext(out var c))
        {
            var valid = c switch
            {
                '\\' => Escape(inClass: false),
                '[' => Class(),
                '(' => Open(),
                ')' => Close(),
                '.' => Emit($@"(?:{Pair}|[^{(dotAll ? "" : @"\n\r")}\uD800-\uDFFF])"),
                '$' => Emit(multiline ? "$" : @"\z"),
                '{' => Count(),
                ']' or '}' => false,
                _ => Emit(c),
            };
            if (!valid)
            {
                return false;
            }
        }

        return openGroups.Count == 0;
    }

    // With the flag x white space means nothing, except inside a class.
    private bool TryNext(out char c)
    {
        while (skipSpace && at < pattern.Length && pattern[at] is ' ' or '\t' or '\n' or '\r')
        {
            at++;
        }

        c = at < pattern.Length ? pattern[at++] : '\0';
        return c != '\0' || at < pattern.Length;
    }

    private bool Emit(string text)
    {
        output.Append(text);
        return true;
    }

    private bool Emit(char c)
    {
        output.Append(c is '#' or ' ' ? $"\\{c}" : c.ToString());
        return true;
    }

    private bool Open()
    {
        var before = at;
        if (TryNext(out var c) && c == '?')
        {
            openGroups.Push(0);
            return TryNext(out c) && c == ':' && Emit("(?:");
        }

        at = before;
        openGroups.Push(++groups);
        return Emit("(");
    }

    private bool Close()
    {
        if (!openGroups.TryPop(out var group))
        {
            return false;
        }

        closedGroups.Add(group);
        return Emit(")");
    }

    private bool Count()
    {
        var start = at;
        while (at < pattern.Length && (char.IsAsciiDigit(pattern[at]) || pattern[at] == ','))
        {
            at++;
        }

        var inside = pattern[start..at];
        return at < pattern.Length
            && pattern[at++] == '}'
            && inside.Length > 0
            && inside[0] != ','
            && inside.Count(c => c == ',') <= 1
            && Emit($"{{{inside}}}");
    }

    private bool Class()
    {
        var start = output.Length;
        var pairs = new List<string>();
        var isNegated = at < pattern.Length && pattern[at] == '^';
        if (!Members(0, pairs))
        {
            return false;
        }

        if (isNegated ? pairs.Count > 0 : pairs.Count == 0)
        {
            return !isNegated;
        }

        output.Insert(start, isNegated ? $"(?:{Pair}|" : $"(?:{string.Join('|', pairs)}|");
        return Emit(")");
    }

    private bool Members(int depth, List<string> pairs)
    {
        if (depth > 50)
        {
            return false;
        }

        output.Append('[');
        if (at < pattern.Length && pattern[at] == '^')
        {
            at++;
            output.Append(@"^\uD800-\uDFFF");
        }

        for (var first = true; at < pattern.Length; first = false)
        {
            var c = pattern[at++];
            switch (c)
            {
                case ']':
                    output.Append(']');
                    return !first;
                case '[':
                    return false;
                case '\\':
                    if (!Escape(inClass: true))
                    {
                        return false;
                    }

                    break;
                case '-' when at < pattern.Length && pattern[at] == '[' && !first:
                    at++;
                    output.Append('-');
                    return Members(depth + 1, []) && at < pattern.Length && pattern[at++] == ']' && Emit("]");
                case var high when char.IsHighSurrogate(high) && at < pattern.Length:
                    // A character beyond the basic plane stands beside the class, and in no range.
                    pairs.Add(pattern.Substring(at - 1, 2));
                    at++;
                    if (output[^1] == '-' || (at < pattern.Length && pattern[at] == '-'))
                    {
                        return false;
                    }

                    output.Append(@"\uFFFF");
                    break;
                default:
                    output.Append(c);
                    break;
            }
        }

        return false;
    }

    private bool Escape(bool inClass)
    {
        if (inClass ? at >= pattern.Length : !TryNext(out _))
        {
            return false;
        }

        at -= inClass ? 0 : 1;
        var c = pattern[at++];
        return c switch
        {
            'n' or 'r' or 't' or 'd' or 'D' => Emit($"\\{c}"),
            '\\' or '|' or '.' or '?' or '*' or '+' or '(' or ')' or '{' or '}' or '$' or '-' or '[' or ']' or '^' =>
                Emit($"\\{c}"),
            's' => Set(Space, inClass),
            'S' => inClass ? Emit(NotSpace) : Emit($"(?:{Pair}|[{NotSpace}])"),
            'w' => inClass ? Emit(Word) : Emit($"(?:{Pair}|[{Word}])"),
            'W' => Set(NotWord, inClass),
            'i' => Set(NameStart, inClass),
            'c' => Set(NamePart, inClass),
            'I' => !inClass && Emit($@"(?:{Pair}|[^{NameStart}\uD800-\uDFFF])"),
            'C' => !inClass && Emit($@"(?:{Pair}|[^{NamePart}\uD800-\uDFFF])"),
            'p' or 'P' => Category(c),
            >= '1' and <= '9' => !inClass && BackReference(c - '0'),
            _ => false,
        };
    }

    private bool Set(string members, bool inClass) => Emit(inClass ? members : $"[{members}]");

    private bool Category(char kind)
    {
        var name = new StringBuilder();
        if (!TryNext(out var c) || c != '{')
        {
            return false;
        }

        while (TryNext(out c) && c != '}')
        {
            name.Append(c);
        }

        return c == '}'
            && name.Length > 0
            && name.ToString().All(part => char.IsAsciiLetterOrDigit(part) || part == '-')
            && Emit($"\\{kind}{{{name}}}");
    }

    private bool BackReference(int number)
    {
        while (at < pattern.Length && char.IsAsciiDigit(pattern[at]) && (number * 10) + pattern[at] - '0' <= groups)
        {
            number = (number * 10) + pattern[at++] - '0';
        }

        HasBackReference = true;
        return closedGroups.Contains(number) && Emit(string.Create(CultureInfo.InvariantCulture, $"(?:\\{number})"));
    }
}
