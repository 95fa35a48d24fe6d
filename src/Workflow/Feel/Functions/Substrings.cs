using Approvals.Workflow.Feel.Values;
using static Approvals.Workflow.Feel.Functions.Argument;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>`substring`, `substring before`, `substring after`; positions are Unicode characters from 1, or from the end below 0.</summary>
internal static class Substrings
{
    public static readonly BuiltIn Substring = new(
        "substring",
        Signature.Of([String("string"), Number("start position"), Number("length").Optional()], Cut)
    );

    public static readonly BuiltIn Before = new(
        "substring before",
        Signature.Of(
            [String("string"), String("match")],
            static (arguments, _) =>
            {
                var text = arguments[0].AsString();
                var at = text.IndexOf(arguments[1].AsString(), StringComparison.Ordinal);
                return FeelValue.From(at < 0 ? "" : text[..at]);
            }
        )
    );

    public static readonly BuiltIn After = new(
        "substring after",
        Signature.Of(
            [String("string"), String("match")],
            static (arguments, _) =>
            {
                var (text, match) = (arguments[0].AsString(), arguments[1].AsString());
                var at = text.IndexOf(match, StringComparison.Ordinal);
                return FeelValue.From(at < 0 ? "" : text[(at + match.Length)..]);
            }
        )
    );

    private static FeelValue Cut(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        var text = arguments[0].AsString();
        var count = CodePoints.Count(text);
        var length = (long)count;
        if (
            !Whole.TryGet(arguments[1], out var start)
            || start == 0
            || Math.Abs(start) > count
            || (!arguments[2].IsNull && (!Whole.TryGet(arguments[2], out length) || length < 1))
        )
        {
            return environment.Fail("range", $"The text of {count} characters has no such part.");
        }

        var from = CodePoints.Skip(text, 0, start > 0 ? start - 1 : count + start);
        return FeelValue.From(text[from..CodePoints.Skip(text, from, length)]);
    }
}
