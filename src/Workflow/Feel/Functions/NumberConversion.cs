using static Approvals.Workflow.Feel.Functions.Argument;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>`number(from, grouping separator, decimal separator)`.</summary>
internal static class NumberConversion
{
    public static readonly BuiltIn Function = new(
        "number",
        Signature.Of([new Argument("from", FeelKind.String, FeelKind.Number)], Simple),
        Signature.Of(
            [
                String("from"),
                String("grouping separator").Optional().OrNull(),
                String("decimal separator").Optional().OrNull(),
            ],
            Separated
        )
    );

    private static FeelValue Simple(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment) =>
        arguments[0].Kind == FeelKind.Number ? arguments[0] : Parse(arguments[0].AsString(), environment);

    private static FeelValue Separated(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        var grouping = arguments[1].IsNull ? null : arguments[1].AsString();
        var point = arguments[2].IsNull ? "." : arguments[2].AsString();
        if (grouping is not (null or " " or "," or ".") || point is not ("." or ",") || grouping == point)
        {
            return environment.Fail(
                "arguments",
                "Groups are separated by a space, comma or point, decimals by a comma or point, and by different ones."
            );
        }

        var text = arguments[0].AsString();
        if (grouping is not null)
        {
            text = text.Replace(grouping, "", StringComparison.Ordinal);
        }

        if (point == ",")
        {
            text = text.Contains('.', StringComparison.Ordinal) ? "" : text.Replace(',', '.');
        }

        return Parse(text, environment);
    }

    private static FeelValue Parse(string text, FeelEnvironment environment) =>
        FeelNumber.TryParse(text, out var number)
            ? FeelValue.From(number)
            : environment.Fail("range", "The text is no number.");
}
