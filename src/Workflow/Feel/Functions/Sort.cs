using Approvals.Workflow.Feel.Values;
using static Approvals.Workflow.Feel.Functions.Argument;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>`sort(list, precedes)`: stable; without the function the natural order of comparable items.</summary>
internal static class Sort
{
    public static readonly BuiltIn Ordered = new(
        "sort",
        Signature.Of([List("list"), Function("precedes").Optional()], Run)
    );

    private static FeelValue Run(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        var items = arguments[0].AsList().ToArray();
        var precedes = arguments[1].IsNull ? null : arguments[1].AsFunction();
        if (precedes is not null && precedes.Parameters.Count != 2)
        {
            return environment.Fail("arguments", "'precedes' is a function of two items.");
        }

        var sorted = new FeelValue[items.Length];
        return Merge(items, sorted, precedes, environment)
            ? FeelValue.From(items)
            : environment.Fail("type", "The items have no order.");
    }

    // A merge sort asks each question once and ends whatever the answers, which a user's function may give at random.
    private static bool Merge(
        Span<FeelValue> items,
        Span<FeelValue> buffer,
        FeelFunction? precedes,
        FeelEnvironment environment
    )
    {
        if (items.Length < 2)
        {
            return true;
        }

        var middle = items.Length / 2;
        if (
            !Merge(items[..middle], buffer[..middle], precedes, environment)
            || !Merge(items[middle..], buffer[middle..], precedes, environment)
        )
        {
            return false;
        }

        items.CopyTo(buffer);
        var (left, right) = (0, middle);
        for (var i = 0; i < items.Length; i++)
        {
            bool? takeRight =
                right == items.Length ? false
                : left == middle ? true
                : Precedes(buffer[right], buffer[left], precedes, environment);
            if (takeRight is null)
            {
                return false;
            }

            items[i] = takeRight.Value ? buffer[right++] : buffer[left++];
        }

        return true;
    }

    private static bool? Precedes(FeelValue a, FeelValue b, FeelFunction? precedes, FeelEnvironment environment)
    {
        environment.Step();
        if (precedes is null)
        {
            return Comparing.Compare(a, b) is { } order ? order < 0 : null;
        }

        var answer = precedes.Invoke([a, b], environment);
        return answer.Kind == FeelKind.Boolean ? answer.AsBoolean() : null;
    }
}
