namespace Approvals.Workflow.Feel.Compilation;

/// <summary>
/// `list[predicate]` (DMN 1.5 §10.3.2.5): a number picks one item, from 1, or from the end when negative; a boolean keeps
/// items. What is no list is a list of itself, null the empty one.
/// </summary>
internal sealed class FilterCode(Code target, Code predicate, int itemSlot) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        var value = target.Evaluate(activation);
        var items =
            value.Kind == FeelKind.List ? value.AsList()
            : value.IsNull ? []
            : [value];
        var locals = activation.Locals;
        locals[itemSlot] = items.Count > 0 ? items[0] : default;
        var first = predicate.Evaluate(activation);
        if (first.Kind == FeelKind.Number)
        {
            return Pick(items, first, activation);
        }

        if (first.Kind is not (FeelKind.Boolean or FeelKind.Null) && items.Count > 0)
        {
            Fail(activation, "type", $"A filter is a number or a boolean, not a {Values.Kinds.NameOf(first)}.");
        }

        List<FeelValue>? kept = null;
        for (var i = 0; i < items.Count; i++)
        {
            activation.Environment.Step();
            locals[itemSlot] = items[i];
            var keeps = i == 0 ? first : predicate.Evaluate(activation);
            if (keeps.IsTrue)
            {
                (kept ??= []).Add(items[i]);
            }
        }

        return FeelValue.From((IReadOnlyList<FeelValue>?)kept ?? []);
    }

    private FeelValue Pick(IReadOnlyList<FeelValue> items, FeelValue position, in Activation activation)
    {
        if (position.TryGetInt64(out var at))
        {
            if (at > 0 && at <= items.Count)
            {
                return items[(int)at - 1];
            }

            if (at < 0 && at >= -items.Count)
            {
                return items[items.Count + (int)at];
            }
        }

        return Fail(activation, "range", $"The list of {items.Count} has no item {position}.");
    }
}
