using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>
/// A compiled XPath pattern. It runs on the engine without backtracking, linear in the input, unless it has back references;
/// in any case under a time limit, past which the evaluation is stopped.
/// </summary>
internal sealed class Pattern
{
    private const int MaxLength = 10_000;
    private const int CacheSize = 256;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMilliseconds(500);
    private static readonly ConcurrentDictionary<(string, string), Pattern?> Cache = new();

    private readonly Regex regex;
    private readonly int groups;
    private readonly bool isLiteral;

    private Pattern(Regex regex, bool isLiteral)
    {
        this.regex = regex;
        groups = regex.GetGroupNumbers().Length - 1;
        this.isLiteral = isLiteral;
    }

    /// <summary>False when the pattern or the flags are not XPath's.</summary>
    public static bool TryGet(string text, string flags, [NotNullWhen(true)] out Pattern? pattern)
    {
        if (Cache.TryGetValue((text, flags), out pattern))
        {
            return pattern is not null;
        }

        pattern = text.Length <= MaxLength && flags.Length <= 16 ? Make(text, flags) : null;
        if (Cache.Count >= CacheSize)
        {
            Cache.Clear();
        }

        Cache[(text, flags)] = pattern;
        return pattern is not null;
    }

    public bool IsMatch(string input) => Guarded(() => regex.IsMatch(input));

    /// <summary>Null when the pattern matches the empty string, or the replacement is malformed (XPath err:FORX0003, 0004).</summary>
    public string? TryReplace(string input, string replacement, FeelEnvironment environment)
    {
        if (IsMatch("") || (!isLiteral && !IsReplacement(replacement)))
        {
            return null;
        }

        return Guarded(() =>
        {
            var result = new StringBuilder();
            var at = 0;
            for (var match = regex.Match(input); match.Success; match = match.NextMatch())
            {
                result.Append(input, at, match.Index - at);
                Expand(match, replacement, result);
                at = match.Index + match.Length;
                environment.CheckStringLength(result.Length);
            }

            result.Append(input, at, input.Length - at);
            environment.CheckStringLength(result.Length);
            return result.ToString();
        });
    }

    /// <summary>The parts between the matches; null when the pattern matches the empty string.</summary>
    public IReadOnlyList<FeelValue>? TrySplit(string input, FeelEnvironment environment)
    {
        if (IsMatch(""))
        {
            return null;
        }

        return Guarded(() =>
        {
            var parts = new List<FeelValue>();
            var at = 0;
            for (var match = regex.Match(input); match.Success; match = match.NextMatch())
            {
                parts.Add(FeelValue.From(input[at..match.Index]));
                at = match.Index + match.Length;
                environment.Step();
                environment.CheckListSize(parts.Count + 1);
            }

            parts.Add(FeelValue.From(input[at..]));
            return parts;
        });
    }

    private static Pattern? Make(string text, string flags)
    {
        if (PatternTranslation.Translate(text, flags) is not { } translated)
        {
            return null;
        }

        try
        {
            return new Pattern(Compile(translated), flags.Contains('q', StringComparison.Ordinal));
        }
        catch (RegexParseException)
        {
            return null;
        }
    }

    private static Regex Compile(PatternTranslation translated)
    {
        var options = translated.Options | RegexOptions.CultureInvariant;
        if (!translated.HasBackReference)
        {
            try
            {
                return new Regex(translated.Text, options | RegexOptions.NonBacktracking, TimeLimit);
            }
            catch (NotSupportedException)
            {
                // Its automaton would be too large; the backtracking engine takes it, under the same limit.
            }
        }

        return new Regex(translated.Text, options, TimeLimit);
    }

    private static T Guarded<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (RegexMatchTimeoutException)
        {
            throw new FeelLimitException("a pattern takes too long on its input");
        }
    }

    private static bool IsReplacement(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\\' or '$')
            {
                var next = i + 1 < text.Length ? text[i + 1] : '\0';
                if (text[i] == '\\' ? next is not ('\\' or '$') : !char.IsAsciiDigit(next))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }

    private void Expand(Match match, string replacement, StringBuilder result)
    {
        if (isLiteral)
        {
            result.Append(replacement);
            return;
        }

        for (var i = 0; i < replacement.Length; i++)
        {
            if (replacement[i] == '\\')
            {
                result.Append(replacement[++i]);
            }
            else if (replacement[i] == '$')
            {
                // As many digits as still name a group; one at least, of a group that may not exist.
                var number = replacement[++i] - '0';
                while (
                    i + 1 < replacement.Length
                    && char.IsAsciiDigit(replacement[i + 1])
                    && (number * 10) + replacement[i + 1] - '0' <= groups
                )
                {
                    number = (number * 10) + replacement[++i] - '0';
                }

                result.Append(number <= groups ? match.Groups[number].Value : "");
            }
            else
            {
                result.Append(replacement[i]);
            }
        }
    }
}
