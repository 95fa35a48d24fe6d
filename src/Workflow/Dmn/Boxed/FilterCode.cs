using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn.Boxed;

/// <summary>
/// A boxed filter (DMN 1.5 §10.2.1.9), as `list[match]`: a number picks one item, a boolean keeps items; the match sees
/// `item` and its fields.
/// </summary>
internal sealed class FilterCode(BoxedCode list, BoxedCode match) : BoxedCode
{
    public override FeelValue Evaluate(IFeelScope scope, FeelEnvironment environment)
    {
        var value = list.Evaluate(scope, environment);
        var items =
            value.Kind == FeelKind.List ? value.AsList()
            : value.IsNull ? []
            : [value];
        var kept = new List<FeelValue>();
        for (var i = 0; i < items.Count; i++)
        {
            environment.Step();
            var holds = match.Evaluate(new ItemScope(scope) { Item = items[i] }, environment);
            if (holds.Kind == FeelKind.Number)
            {
                return Pick(items, holds, environment);
            }

            if (holds.IsTrue)
            {
                kept.Add(items[i]);
            }
        }

        return FeelValue.From(kept);
    }

    private FeelValue Pick(IReadOnlyList<FeelValue> items, FeelValue position, FeelEnvironment environment)
    {
        if (position.TryGetInt64(out var at) && at != 0 && at >= -items.Count && at <= items.Count)
        {
            return items[(int)(at > 0 ? at - 1 : items.Count + at)];
        }

        return Fail(environment, "range", $"The list of {items.Count} has no item {position}.");
    }
}
