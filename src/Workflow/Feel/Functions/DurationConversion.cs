using Approvals.Workflow.Feel.Values;
using static Approvals.Workflow.Feel.Functions.Argument;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>`duration(from)` and `years and months duration(from, to)`.</summary>
internal static class DurationConversion
{
    public static readonly BuiltIn Duration = new(
        "duration",
        Signature.Of(
            [new Argument("from", FeelKind.String, FeelKind.DaysTimeDuration, FeelKind.YearsMonthsDuration)],
            static (arguments, environment) =>
            {
                if (arguments[0].Kind != FeelKind.String)
                {
                    return arguments[0];
                }

                var duration = Temporal.ParseDuration(arguments[0].AsString());
                return duration.IsNull ? environment.Fail("range", $"{arguments[0]} is no duration.") : duration;
            }
        )
    );

    public static readonly BuiltIn YearsAndMonths = new(
        "years and months duration",
        Signature.Of(
            [Day("from"), Day("to")],
            static (arguments, _) =>
                FeelValue.From(new YearsMonthsDuration(Between(DateOf(arguments[0]), DateOf(arguments[1]))))
        )
    );

    private static FeelDate DateOf(FeelValue value) =>
        value.Kind == FeelKind.Date ? value.AsDate() : value.AsDateTime().Date;

    // Whole months only: one begun counts in neither direction.
    private static long Between(FeelDate from, FeelDate to)
    {
        var months = ((to.Year - (long)from.Year) * 12) + to.Month - from.Month;
        if (months > 0 && to.Day < from.Day)
        {
            return months - 1;
        }

        return months < 0 && to.Day > from.Day ? months + 1 : months;
    }
}
