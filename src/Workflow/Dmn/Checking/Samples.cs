using Approvals.Workflow.Feel;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Dmn.Checking;

/// <summary>
/// The values that stand for all of a column: its constants, and one value in each space between two of them, where the kind
/// has one. Days and months have no space between neighbours; a time is its whole seconds.
/// </summary>
internal static class Samples
{
    /// <summary>Null when the constants are of kinds that cannot be ordered together.</summary>
    public static IReadOnlyList<FeelValue>? Of(IReadOnlyList<FeelValue> constants, bool ordersStrings)
    {
        var kinds = constants.Select(value => value.Kind).Distinct().ToList();
        if (kinds.Count != 1)
        {
            return null;
        }

        return kinds[0] switch
        {
            FeelKind.Boolean => [FeelValue.True, FeelValue.False],
            FeelKind.String => ordersStrings ? null : [.. constants.Distinct(), Other(constants)],
            _ => Ordered(constants),
        };
    }

    private static List<FeelValue>? Ordered(IReadOnlyList<FeelValue> constants)
    {
        var points = constants.ToList();
        if (points.Any(point => Comparing.Compare(points[0], point) is null))
        {
            return null;
        }

        points.Sort((a, b) => Comparing.Compare(a, b)!.Value);
        var samples = new List<FeelValue>();
        Add(samples, Before(points[0]), null, points[0]);
        for (var i = 0; i < points.Count; i++)
        {
            if (i > 0 && Comparing.Compare(points[i - 1], points[i]) == 0)
            {
                continue;
            }

            samples.Add(points[i]);
            var next = points.FindIndex(i, point => Comparing.Compare(point, points[i]) > 0);
            Add(samples, After(points[i], next < 0 ? null : points[next]), points[i], next < 0 ? null : points[next]);
        }

        return samples;
    }

    private static void Add(List<FeelValue> samples, FeelValue? value, FeelValue? above, FeelValue? below)
    {
        if (
            value is { } sample
            && (above is null || Comparing.Compare(sample, above.Value) > 0)
            && (below is null || Comparing.Compare(sample, below.Value) < 0)
        )
        {
            samples.Add(sample);
        }
    }

    private static FeelValue? Before(FeelValue point) => Shift(point, -1);

    // A round step where it fits, else the middle.
    private static FeelValue? After(FeelValue point, FeelValue? next)
    {
        var step = Shift(point, 1);
        if (next is null || (step is { } value && Comparing.Compare(value, next.Value) < 0))
        {
            return step;
        }

        return point.Kind switch
        {
            FeelKind.Number => Middle(point, next.Value),
            FeelKind.DaysTimeDuration => FeelValue.From(
                new DaysTimeDuration(
                    (point.AsDaysTimeDuration().Nanos / 2) + (next.Value.AsDaysTimeDuration().Nanos / 2)
                )
            ),
            _ => null,
        };
    }

    private static FeelValue? Shift(FeelValue point, int direction)
    {
        var environment = new FeelEnvironment { Now = default };
        var step = point.Kind switch
        {
            FeelKind.Number => FeelValue.From(direction),
            FeelKind.Date => FeelValue.From(TimeSpan.FromDays(direction)),
            FeelKind.YearsMonthsDuration => FeelValue.From(new YearsMonthsDuration(direction)),
            _ => FeelValue.From(TimeSpan.FromSeconds(direction)),
        };
        var shifted = Arithmetic.Add(point, step, environment);
        return shifted.IsNull ? null : shifted;
    }

    private static FeelValue? Middle(FeelValue low, FeelValue high)
    {
        var environment = new FeelEnvironment { Now = default };
        var sum = Arithmetic.Add(low, high, environment);
        var middle = sum.IsNull ? sum : Arithmetic.Divide(sum, FeelValue.From(2), environment);
        return middle.IsNull ? null : middle;
    }

    private static FeelValue Other(IReadOnlyList<FeelValue> constants)
    {
        var text = "…";
        while (constants.Contains(FeelValue.From(text)))
        {
            text += "…";
        }

        return FeelValue.From(text);
    }
}
