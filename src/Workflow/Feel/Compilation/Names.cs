using Approvals.Workflow.Feel.Functions;

namespace Approvals.Workflow.Feel.Compilation;

internal sealed class Constant(FeelValue value) : Code
{
    public FeelValue Value => value;

    public override FeelValue Evaluate(in Activation activation) => value;
}

internal sealed class LocalName(int slot) : Code
{
    public override FeelValue Evaluate(in Activation activation) => activation.Locals[slot];
}

/// <summary>A name of the scope; a built-in when the scope has none.</summary>
internal sealed class OuterName(string name) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        if (activation.Scope.TryGetValue(name, out var value))
        {
            return value;
        }

        return BuiltIns.Find(name) is { } function
            ? FeelValue.From(function)
            : Fail(activation, "undefined", $"There is no '{name}'.");
    }
}

/// <summary>
/// A name inside filters: a field of the innermost item that has it, else what it is outside of them. `item` is the item
/// itself unless it has a field of that name (DMN 1.5 §10.3.2.5).
/// </summary>
internal sealed class ItemField(string name, int[] itemSlots, Code outside) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        foreach (var slot in itemSlots)
        {
            var item = activation.Locals[slot];
            if (item.Kind == FeelKind.Context && item.AsContext().TryGetValue(name, out var field))
            {
                return field;
            }
        }

        return name == "item" ? activation.Locals[itemSlots[0]] : outside.Evaluate(activation);
    }
}
