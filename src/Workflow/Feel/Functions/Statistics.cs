using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>`median`, `stddev` (of a sample), `mode` (ascending): over numbers only.</summary>
internal static class Statistics
{
    public static readonly BuiltIn Median = Aggregates.OverList("median", Middle);
    public static readonly BuiltIn Stddev = Aggregates.OverList("stddev", Deviation);
    public static readonly BuiltIn Mode = Aggregates.OverList("mode", MostFrequent);

    private static FeelValue Middle(IReadOnlyList<FeelValue> items, FeelEnvironment environment)
    {
        if (Numbers(items, environment) is not { Length: > 0 } numbers)
        {
            return default;
        }

        Array.Sort(numbers);
        var upper = numbers[numbers.Length / 2];
        return numbers.Length % 2 == 1
            ? FeelValue.From(upper)
            : Arithmetic.Divide(
                Arithmetic.Add(FeelValue.From(numbers[(numbers.Length / 2) - 1]), FeelValue.From(upper), environment),
                FeelValue.From(2),
                environment
            );
    }

    private static FeelValue Deviation(IReadOnlyList<FeelValue> items, FeelEnvironment environment)
    {
        if (Numbers(items, environment) is not { } numbers)
        {
            return default;
        }

        if (numbers.Length < 2)
        {
            return environment.Fail("arguments", "A standard deviation needs two numbers at least.");
        }

        var count = FeelNumber.From(numbers.Length);
        var sum = FeelNumber.Zero;
        var inRange = true;
        foreach (var number in numbers)
        {
            inRange &= FeelNumber.TryAdd(sum, number, out sum);
        }

        inRange &= FeelNumber.TryDivide(sum, count, out var mean);
        var squares = FeelNumber.Zero;
        foreach (var number in numbers)
        {
            inRange &= FeelNumber.TrySubtract(number, mean, out var distance);
            inRange &= FeelNumber.TryMultiply(distance, distance, out var square);
            inRange &= FeelNumber.TryAdd(squares, square, out squares);
        }

        inRange &= FeelNumber.TryDivide(squares, FeelNumber.From(numbers.Length - 1), out var variance);
        return inRange && Transcendental.TrySqrt(variance, out var deviation)
            ? FeelValue.From(deviation)
            : environment.Fail("arithmetic", "The result is out of range.");
    }

    private static FeelValue MostFrequent(IReadOnlyList<FeelValue> items, FeelEnvironment environment)
    {
        if (Numbers(items, environment) is not { } numbers)
        {
            return default;
        }

        var groups = numbers.GroupBy(number => number).ToList();
        var most = groups.Count == 0 ? 0 : groups.Max(group => group.Count());
        return FeelValue.From(
            (IReadOnlyList<FeelValue>)
                [
                    .. groups
                        .Where(group => group.Count() == most)
                        .Select(group => group.Key)
                        .Order()
                        .Select(FeelValue.From),
                ]
        );
    }

    private static FeelNumber[]? Numbers(IReadOnlyList<FeelValue> items, FeelEnvironment environment)
    {
        var numbers = new FeelNumber[items.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (items[i].Kind != FeelKind.Number)
            {
                environment.Fail("type", $"Numbers are needed, not a {Kinds.NameOf(items[i])}.");
                return null;
            }

            numbers[i] = items[i].AsNumber();
        }

        return numbers;
    }
}
