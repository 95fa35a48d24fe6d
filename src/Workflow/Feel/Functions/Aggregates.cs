using Approvals.Workflow.Feel.Values;
using static Approvals.Workflow.Feel.Functions.Argument;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>`count`, `min`, `max`, `sum`, `product`, `mean`: over a list, or over the arguments themselves.</summary>
internal static class Aggregates
{
    public static readonly BuiltIn Count = new(
        "count",
        Signature.Of([List("list")], static (arguments, _) => FeelValue.From(arguments[0].AsList().Count))
    );

    public static readonly BuiltIn Min = OverList(
        "min",
        static (items, environment) => Extreme(items, -1, environment)
    );

    public static readonly BuiltIn Max = OverList("max", static (items, environment) => Extreme(items, 1, environment));

    public static readonly BuiltIn Sum = OverList(
        "sum",
        static (items, environment) => Fold(items, Arithmetic.Add, environment)
    );

    public static readonly BuiltIn Product = OverList(
        "product",
        static (items, environment) => Fold(items, Arithmetic.Multiply, environment)
    );

    public static readonly BuiltIn Mean = OverList(
        "mean",
        static (items, environment) =>
        {
            var sum = Fold(items, Arithmetic.Add, environment);
            return sum.IsNull ? sum : Arithmetic.Divide(sum, FeelValue.From(items.Count), environment);
        }
    );

    /// <summary>A function of a list that also takes the items as arguments.</summary>
    public static BuiltIn OverList(string name, Func<IReadOnlyList<FeelValue>, FeelEnvironment, FeelValue> compute)
    {
        BuiltInBody body = (arguments, environment) =>
        {
            var items = arguments[0].AsList();
            environment.Step(items.Count);
            return compute(items, environment);
        };
        return new(name, Signature.Of([List("list")], body), Signature.Variadic(Any("items"), body));
    }

    private static FeelValue Extreme(IReadOnlyList<FeelValue> items, int sign, FeelEnvironment environment)
    {
        if (items.Count == 0)
        {
            return default;
        }

        var best = items[0];
        foreach (var item in items)
        {
            if (Comparing.Compare(item, best) is not { } order)
            {
                return environment.Fail("type", $"A {Kinds.NameOf(item)} and a {Kinds.NameOf(best)} have no order.");
            }

            best = order * sign > 0 ? item : best;
        }

        return best;
    }

    private static FeelValue Fold(
        IReadOnlyList<FeelValue> items,
        Func<FeelValue, FeelValue, FeelEnvironment, FeelValue> combine,
        FeelEnvironment environment
    )
    {
        var total = FeelValue.Null;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Kind != FeelKind.Number)
            {
                return environment.Fail("type", $"Numbers are needed, not a {Kinds.NameOf(items[i])}.");
            }

            total = i == 0 ? items[0] : combine(total, items[i], environment);
            if (total.IsNull)
            {
                return total;
            }
        }

        return total;
    }
}
