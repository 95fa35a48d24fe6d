using System.Runtime.CompilerServices;
using static Approvals.Workflow.Feel.Functions.Argument;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>`append`, `concatenate`, `reverse`, `flatten`: new lists of all the items.</summary>
internal static class Lists
{
    public static readonly BuiltIn Append = new("append", Signature.Rest([List("list"), Any("item")], AppendAll));

    public static readonly BuiltIn Concatenate = new("concatenate", Signature.Variadic(List("list"), Join));

    public static readonly BuiltIn Reverse = new(
        "reverse",
        Signature.Of(
            [List("list")],
            static (arguments, environment) =>
            {
                environment.Step(arguments[0].AsList().Count);
                return FeelValue.From((IReadOnlyList<FeelValue>)[.. arguments[0].AsList().Reverse()]);
            }
        )
    );

    public static readonly BuiltIn Flatten = new(
        "flatten",
        Signature.Of(
            [List("list")],
            static (arguments, environment) =>
            {
                var flat = new List<FeelValue>();
                Flat(arguments[0].AsList(), flat, environment);
                return FeelValue.From(flat);
            }
        )
    );

    private static FeelValue AppendAll(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        var list = arguments[0].AsList();
        environment.Step(list.Count);
        environment.CheckListSize((long)list.Count + arguments.Length);
        return FeelValue.From((IReadOnlyList<FeelValue>)[.. list, .. arguments[1..]]);
    }

    private static FeelValue Join(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        var all = new List<FeelValue>();
        foreach (var list in arguments[0].AsList())
        {
            environment.Step(list.AsList().Count);
            environment.CheckListSize((long)all.Count + list.AsList().Count);
            all.AddRange(list.AsList());
        }

        return FeelValue.From(all);
    }

    private static void Flat(IReadOnlyList<FeelValue> list, List<FeelValue> flat, FeelEnvironment environment)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var item in list)
        {
            environment.Step();
            if (item.Kind == FeelKind.List)
            {
                Flat(item.AsList(), flat, environment);
            }
            else
            {
                flat.Add(item);
                environment.CheckListSize(flat.Count);
            }
        }
    }
}
