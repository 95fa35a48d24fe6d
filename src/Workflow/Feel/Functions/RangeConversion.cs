using Approvals.Workflow.Feel.Ast;
using Approvals.Workflow.Feel.Compilation;
using Approvals.Workflow.Feel.Syntax;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>`range(from)`: a range literal in a string, whose ends are literals or calls of the temporal conversions.</summary>
internal static class RangeConversion
{
    public static readonly BuiltIn Function = new("range", Signature.Of([Argument.String("from")], Parse));

    private static FeelValue Parse(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        var text = arguments[0].AsString();
        try
        {
            if (
                text.Length < 1_000
                && new Parser(text, FeelDeclarations.None).ParseExpression() is RangeLiteral range
                && IsEnd(range.Start)
                && IsEnd(range.End)
            )
            {
                var code = new Emitter(FeelDeclarations.None).Emit(range);
                var value = code.Evaluate(new Activation(EmptyScope.Instance, environment, []));
                return value.Kind == FeelKind.Range && Descends(value.AsRange())
                    ? environment.Fail("range", "The range ends before it starts.")
                    : value;
            }
        }
        catch (FeelSyntaxException)
        {
            // Falls through: a text that is no FEEL is no range either.
        }

        return environment.Fail("range", "The text is no range.");
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
