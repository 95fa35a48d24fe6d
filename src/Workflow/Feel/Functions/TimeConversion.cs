using Approvals.Workflow.Feel.Values;
using static Approvals.Workflow.Feel.Functions.Argument;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>`time(from)` and `time(hour, minute, second, offset)`; seconds may have a fraction.</summary>
internal static class TimeConversion
{
    public static readonly BuiltIn Function = new(
        "time",
        Signature.Of(
            [new Argument("from", FeelKind.String, FeelKind.Time, FeelKind.DateTime, FeelKind.Date)],
            static (arguments, environment) =>
                arguments[0].Kind switch
                {
                    FeelKind.Time => arguments[0],
                    FeelKind.DateTime => FeelValue.From(arguments[0].AsDateTime().Time),
                    FeelKind.Date => FeelValue.From(new FeelTime(0, FeelZone.Utc)),
                    _ => Temporal.TryParseTime(arguments[0].AsString(), out var time)
                        ? FeelValue.From(time)
                        : environment.Fail("range", $"{arguments[0]} is no time."),
                }
        ),
        Signature.Of(
            [
                Number("hour"),
                Number("minute"),
                Number("second"),
                new Argument("offset", FeelKind.DaysTimeDuration).Optional().OrNull(),
            ],
            FromParts
        )
    );

    private static FeelValue FromParts(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        FeelZone? zone = null;
        if (!arguments[3].IsNull)
        {
            var offset = arguments[3].AsDaysTimeDuration().Nanos / FeelTime.NanosPerSecond;
            zone = Int128.Abs(offset) <= 64_800 ? FeelZone.FromOffset((int)offset) : null;
            if (zone is null)
            {
                return environment.Fail("range", $"{arguments[3]} is no offset: 18 hours at most.");
            }
        }

        var seconds = arguments[2].AsNumber();
        return
            arguments[0].TryGetInt64(out var hour)
            && arguments[1].TryGetInt64(out var minute)
            && seconds < FeelNumber.From(60)
            && !seconds.IsNegative
            && DaysTimeDuration.TryFrom(seconds, out var duration)
            && FeelTime.TryCreate(
                hour,
                minute,
                (long)(duration.Nanos / FeelTime.NanosPerSecond),
                (long)(duration.Nanos % FeelTime.NanosPerSecond),
                zone,
                out var time
            )
            ? FeelValue.From(time)
            : environment.Fail("range", "There is no such time.");
    }
}
