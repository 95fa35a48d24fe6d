using Approvals.Workflow.Dmn.Xml;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Feel.Syntax;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Dmn.Tck;

/// <summary>Values of the kit: `value` with an XML Schema type, `list` of items, or `component`s.</summary>
internal static class TckValue
{
    // Roots and logarithms are written with fewer digits than decimal128 has.
    private static readonly FeelNumber Tolerance = FeelNumber.From(0.00000001m);

    public static FeelValue Read(DmnNode node)
    {
        if (IsNil(node))
        {
            return default;
        }

        if (node.Child("list") is { } list)
        {
            return IsNil(list) ? default : FeelValue.From((IReadOnlyList<FeelValue>)[.. list.All("item").Select(Read)]);
        }

        var components = node.All("component").ToList();
        if (components.Count > 0)
        {
            var context = new FeelContext.Builder();
            foreach (var component in components)
            {
                context.Set(Characters.Normalise(component["name"] ?? ""), Read(component));
            }

            return FeelValue.From(context.Build());
        }

        return node.Child("value") is { } value && !IsNil(value)
            ? Read(value.Text, SchemaAttribute(value, "type") ?? "string")
            : default;
    }

    public static bool AreSame(FeelValue actual, FeelValue expected)
    {
        if (actual.Kind != expected.Kind)
        {
            return false;
        }

        switch (actual.Kind)
        {
            case FeelKind.List:
                return actual.AsList().Count == expected.AsList().Count
                    && actual.AsList().Zip(expected.AsList()).All(pair => AreSame(pair.First, pair.Second));
            case FeelKind.Context:
                var context = actual.AsContext();
                return context.Count == expected.AsContext().Count
                    && expected
                        .AsContext()
                        .All(entry => context.TryGetValue(entry.Key, out var value) && AreSame(value, entry.Value));
            case FeelKind.Number:
                return FeelNumber.TrySubtract(actual.AsNumber(), expected.AsNumber(), out var difference)
                    && difference.Abs() <= Tolerance;
            default:
                return actual.Equals(expected);
        }
    }

    private static FeelValue Read(string text, string type)
    {
        var name = type[(type.LastIndexOf(':') + 1)..];
        return name switch
        {
            "boolean" => FeelValue.From(text.Trim() is "true" or "1"),
            "decimal" or "double" or "float" or "integer" or "int" or "long" or "short" => FeelNumber.TryParse(
                text.Trim(),
                out var number
            )
                ? FeelValue.From(number)
                : default,
            "date" or "time" or "dateTime" or "duration" or "dayTimeDuration" or "yearMonthDuration" => Temporal.Parse(
                text.Trim()
            ),
            _ => FeelValue.From(text),
        };
    }

    private static bool IsNil(DmnNode node) => SchemaAttribute(node, "nil") is "true" or "1";

    private static string? SchemaAttribute(DmnNode node, string name) =>
        node.Attribute("http://www.w3.org/2001/XMLSchema-instance", name);
}
