using Approvals.Workflow.Feel.Values;
using static Approvals.Workflow.Feel.Functions.Argument;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>`list contains`, `index of`, `distinct values`, `union`: by FEEL's equality.</summary>
internal static class ListSearch
{
    public static readonly BuiltIn ListContains = new(
        "list contains",
        Signature.Of(
            [List("list"), Any("element")],
            static (arguments, environment) =>
                FeelValue.From(IndexOf(arguments[0].AsList(), arguments[1], environment) >= 0)
        )
    );

    public static readonly BuiltIn Positions = new("index of", Signature.Of([List("list"), Any("match")], FindAll));

    public static readonly BuiltIn DistinctValues = new(
        "distinct values",
        Signature.Of([List("list")], static (arguments, environment) => Distinct([arguments[0].AsList()], environment))
    );

    public static readonly BuiltIn Union = new(
        "union",
        Signature.Variadic(
            List("list"),
            static (arguments, environment) =>
                Distinct(arguments[0].AsList().Select(list => list.AsList()), environment)
        )
    );

    private static FeelValue FindAll(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        var list = arguments[0].AsList();
        var found = new List<FeelValue>();
        for (var i = 0; i < list.Count; i++)
        {
            environment.Step();
            if (Comparing.AreEqual(list[i], arguments[1], environment) == true)
            {
                found.Add(FeelValue.From(i + 1));
            }
        }

        return FeelValue.From(found);
    }

    private static FeelValue Distinct(IEnumerable<IReadOnlyList<FeelValue>> lists, FeelEnvironment environment)
    {
        var distinct = new List<FeelValue>();
        var scalars = new HashSet<FeelValue>();
        foreach (var item in lists.SelectMany(list => list))
        {
            environment.Step();

            // Of these kinds FEEL's equality is the values' own, so a hash decides.
            var isScalar = item.Kind is FeelKind.Null or FeelKind.Boolean or FeelKind.Number or FeelKind.String;
            if (isScalar ? scalars.Add(item) : IndexOf(distinct, item, environment) < 0)
            {
                distinct.Add(item);
                environment.CheckListSize(distinct.Count);
            }
        }

        return FeelValue.From(distinct);
    }

    private static int IndexOf(IReadOnlyList<FeelValue> list, FeelValue value, FeelEnvironment environment)
    {
        for (var i = 0; i < list.Count; i++)
        {
            environment.Step();
            if (Comparing.AreEqual(list[i], value, environment) == true)
            {
                return i;
            }
        }

        return -1;
    }
}
