namespace Approvals.Workflow.Feel.Functions;

/// <summary>`all` and `any`: the conjunction and disjunction of a list, three-valued.</summary>
internal static class Quantifiers
{
    public static readonly BuiltIn All = Aggregates.OverList("all", static (items, _) => Decide(items, false));
    public static readonly BuiltIn AnyTrue = Aggregates.OverList("any", static (items, _) => Decide(items, true));

    // One item equal to the decisive value settles it; otherwise anything that is no boolean leaves it open.
    private static FeelValue Decide(IReadOnlyList<FeelValue> items, bool decisive)
    {
        var open = false;
        foreach (var item in items)
        {
            if (item.Kind == FeelKind.Boolean && item.AsBoolean() == decisive)
            {
                return item;
            }

            open |= item.Kind != FeelKind.Boolean;
        }

        return open ? FeelValue.Null : FeelValue.From(!decisive);
    }
}
