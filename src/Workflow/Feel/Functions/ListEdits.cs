using Approvals.Workflow.Feel.Values;
using static Approvals.Workflow.Feel.Functions.Argument;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>`sublist`, `insert before`, `remove`, `list replace`: by position from 1, or from the end below 0.</summary>
internal static class ListEdits
{
    public static readonly BuiltIn Sublist = new(
        "sublist",
        Signature.Of([List("list"), Number("start position"), Number("length").Optional()], Cut)
    );

    public static readonly BuiltIn InsertBefore = new(
        "insert before",
        Signature.Of([List("list"), Number("position"), Any("newItem")], Insert)
    );

    public static readonly BuiltIn Remove = new("remove", Signature.Of([List("list"), Number("position")], RemoveAt));

    public static readonly BuiltIn ListReplace = new(
        "list replace",
        Signature.Of([List("list"), Number("position"), Any("newItem")], ReplaceAt),
        Signature.Of([List("list"), Argument.Function("match"), Any("newItem")], ReplaceMatches)
    );

    private static FeelValue Cut(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        var list = arguments[0].AsList();
        var length = 0L;
        if (
            !TryIndex(arguments[1], list.Count, out var start)
            || (!arguments[2].IsNull && (!Whole.TryGet(arguments[2], out length) || length < 1))
            || length > list.Count - start
        )
        {
            return environment.Fail("range", $"The list of {list.Count} has no such part.");
        }

        environment.Step(list.Count);
        var count = arguments[2].IsNull ? list.Count - start : (int)length;
        return FeelValue.From((IReadOnlyList<FeelValue>)[.. list.Skip(start).Take(count)]);
    }

    private static FeelValue Insert(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        var list = arguments[0].AsList();
        if (!TryIndex(arguments[1], list.Count, out var at))
        {
            return NoPosition(arguments[1], list.Count, environment);
        }

        environment.Step(list.Count);
        environment.CheckListSize(list.Count + 1L);
        return FeelValue.From((IReadOnlyList<FeelValue>)[.. list.Take(at), arguments[2], .. list.Skip(at)]);
    }

    private static FeelValue RemoveAt(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        var list = arguments[0].AsList();
        if (!TryIndex(arguments[1], list.Count, out var at))
        {
            return NoPosition(arguments[1], list.Count, environment);
        }

        environment.Step(list.Count);
        return FeelValue.From((IReadOnlyList<FeelValue>)[.. list.Take(at), .. list.Skip(at + 1)]);
    }

    private static FeelValue ReplaceAt(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        var list = arguments[0].AsList();
        if (!TryIndex(arguments[1], list.Count, out var at))
        {
            return NoPosition(arguments[1], list.Count, environment);
        }

        environment.Step(list.Count);
        return FeelValue.From((IReadOnlyList<FeelValue>)[.. list.Take(at), arguments[2], .. list.Skip(at + 1)]);
    }

    private static FeelValue ReplaceMatches(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        var match = arguments[1].AsFunction();
        var items = arguments[0].AsList().ToArray();
        for (var i = 0; i < items.Length; i++)
        {
            var matches = match.Invoke([items[i], arguments[2]], environment);
            if (matches.Kind != FeelKind.Boolean)
            {
                return environment.Fail("type", $"The match gives a {Kinds.NameOf(matches)}, not a boolean.");
            }

            items[i] = matches.IsTrue ? arguments[2] : items[i];
        }

        return FeelValue.From(items);
    }

    private static bool TryIndex(FeelValue position, int count, out int index)
    {
        var valid = Whole.TryGet(position, out var at) && at != 0 && at >= -count && at <= count;
        index = valid ? (int)(at > 0 ? at - 1 : count + at) : 0;
        return valid;
    }

    private static FeelValue NoPosition(FeelValue position, int count, FeelEnvironment environment) =>
        environment.Fail("range", $"The list of {count} has no position {position}.");
}
