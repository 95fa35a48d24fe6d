namespace Approvals.Workflow.Feel.Values;

/// <summary>The values an iteration over a range visits (DMN 1.5 §10.3.2.14): whole steps of numbers, or days.</summary>
internal static class Progression
{
    /// <summary>From one end to the other, upwards or downwards, both included; null after a report when it is neither.</summary>
    public static IEnumerable<FeelValue>? Between(FeelValue from, FeelValue to, FeelEnvironment environment)
    {
        if (from.TryGetInt64(out var first) && to.TryGetInt64(out var last))
        {
            return Count(first, last, FeelValue.From);
        }

        if (from.Kind == FeelKind.Date && to.Kind == FeelKind.Date)
        {
            return Count(from.Bits, to.Bits, static day => FeelValue.From(FeelDate.FromEpochDay(day)));
        }

        environment.Fail(
            "type",
            $"One cannot iterate from a {Kinds.NameOf(from)} to a {Kinds.NameOf(to)}: whole numbers or dates are needed."
        );
        return null;
    }

    /// <summary>The whole numbers or days inside a range with two ends.</summary>
    public static IEnumerable<FeelValue>? Of(FeelRange range, FeelEnvironment environment)
    {
        var isDate = range.Start.Kind == FeelKind.Date && range.End.Kind == FeelKind.Date;
        long last = 0;
        var isWhole = range.Start.TryGetInt64(out var first) && range.End.TryGetInt64(out last);
        if (isDate)
        {
            (first, last) = (range.Start.Bits, range.End.Bits);
        }
        else if (!isWhole)
        {
            environment.Fail("type", "One can iterate over a range with two ends that are whole numbers or dates.");
            return null;
        }

        if (first > last)
        {
            environment.Fail("range", "The range ends before it starts.");
            return null;
        }

        first += range.StartIncluded ? 0 : 1;
        last -= range.EndIncluded ? 0 : 1;
        return first > last ? []
            : isDate ? Count(first, last, static day => FeelValue.From(FeelDate.FromEpochDay(day)))
            : Count(first, last, FeelValue.From);
    }

    private static IEnumerable<FeelValue> Count(long first, long last, Func<long, FeelValue> make)
    {
        var step = first <= last ? 1 : -1;
        for (var i = first; ; i += step)
        {
            yield return make(i);
            if (i == last)
            {
                yield break;
            }
        }
    }
}
