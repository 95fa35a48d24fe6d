using Approvals.Workflow.Feel.Ast;
using Approvals.Workflow.Feel.Compilation;
using Approvals.Workflow.Feel.Syntax;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>
/// `range(from)`: a range literal in a string (DMN 1.5 §10.3.4.1, grammar rules 66 and 67), whose ends are literals or calls of
/// the temporal conversions. An end may be missing where its bracket is open: `[2..)` is `(&gt;= 2)`, `(..2)` is `(&lt; 2)`.
/// </summary>
internal static class RangeConversion
{
    private const int LongestText = 1_000;

    public static readonly BuiltIn Function = new("range", Signature.Of([Argument.String("from")], Parse));

    private static FeelValue Parse(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        var text = arguments[0].AsString().Trim();
        var value = text.Length > LongestText ? FeelValue.Null : Read(text, environment);
        return value.Kind != FeelKind.Range ? environment.Fail("range", "The text is no range.")
            : Descends(value.AsRange()) ? environment.Fail("range", "The range ends before it starts.")
            : value;
    }

    private static FeelValue Read(string text, FeelEnvironment environment)
    {
        if (text.Length < 4)
        {
            return FeelValue.Null;
        }

        var inner = text[1..^1];
        if (inner.TrimStart().StartsWith("..", StringComparison.Ordinal))
        {
            return text[0] is '(' or ']'
                ? HalfOpen(inner.TrimStart()[2..], text[^1] is ']' ? "<=" : "<")
                : FeelValue.Null;
        }

        if (inner.TrimEnd().EndsWith("..", StringComparison.Ordinal))
        {
            return text[^1] is ')' or '['
                ? HalfOpen(inner.TrimEnd()[..^2], text[0] is '[' ? ">=" : ">")
                : FeelValue.Null;
        }

        return Evaluate<RangeLiteral>(text, environment);

        FeelValue HalfOpen(string end, string comparison) => Evaluate<Comparison>($"({comparison} {end})", environment);
    }

    private static FeelValue Evaluate<TRange>(string literal, FeelEnvironment environment)
        where TRange : Node
    {
        try
        {
            return
                new Parser(literal, FeelDeclarations.None).ParseExpression() is TRange node && node.Children.All(IsEnd)
                ? new Emitter(FeelDeclarations.None)
                    .Emit(node)
                    .Evaluate(new Activation(EmptyScope.Instance, environment, []))
                : FeelValue.Null;
        }
        catch (FeelSyntaxException)
        {
            // A text that is no FEEL is no range either.
            return FeelValue.Null;
        }
    }

    private static bool Descends(FeelRange range) => Comparing.Compare(range.Start, range.End) > 0;

    private static bool IsEnd(Node node) =>
        node switch
        {
            Literal => true,
            Negation { Operand: Literal } => true,
            Call { Callee: Name { Text: "date" or "time" or "date and time" or "duration" } } call =>
                call.Arguments.All(argument => argument is Literal),
            _ => false,
        };
}
