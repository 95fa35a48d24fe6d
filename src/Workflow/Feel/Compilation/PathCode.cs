using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel.Compilation;

/// <summary>`target.member`: an entry, a property, or of a list the list of its items' (DMN 1.5 §10.3.2.5).</summary>
internal sealed class PathCode(Code target, string member) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        var value = target.Evaluate(activation);
        if (value.Kind == FeelKind.Context)
        {
            return value.AsContext().TryGetValue(member, out var entry)
                ? entry
                : Fail(activation, "undefined", $"The context has no '{member}'.");
        }

        if (value.Kind == FeelKind.List)
        {
            return OfItems(value.AsList(), activation);
        }

        if (value.IsNull)
        {
            return Fail(activation, "undefined", $"There is no '{member}' of null.");
        }

        return Properties.TryGet(value, member, out var property)
            ? property
            : Fail(activation, "undefined", $"A {Kinds.NameOf(value)} has no '{member}'.");
    }

    private FeelValue OfItems(IReadOnlyList<FeelValue> items, in Activation activation)
    {
        activation.Environment.Step(items.Count);
        var values = new FeelValue[items.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var item = items[i];
            _ =
                item.Kind == FeelKind.Context
                    ? item.AsContext().TryGetValue(member, out values[i])
                    : Properties.TryGet(item, member, out values[i]);
        }

        return FeelValue.From(values);
    }
}
