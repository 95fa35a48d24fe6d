using Approvals.Workflow.Feel.Values;
using static Approvals.Workflow.Feel.Functions.Argument;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>`date and time(from)` and `date and time(date, time)`.</summary>
internal static class DateTimeConversion
{
    public static readonly BuiltIn Function = new(
        "date and time",
        Signature.Of(
            [new Argument("from", FeelKind.String, FeelKind.DateTime, FeelKind.Date)],
            static (arguments, environment) =>
                arguments[0].Kind switch
                {
                    FeelKind.DateTime => arguments[0],
                    FeelKind.Date => FeelValue.From(new FeelDateTime(arguments[0].AsDate(), 0, FeelZone.Utc)),
                    _ => Parse(arguments[0].AsString(), environment),
                }
        ),
        Signature.Of(
            [Day("date"), new Argument("time", FeelKind.Time)],
            static (arguments, _) =>
            {
                var date = arguments[0].Kind == FeelKind.Date ? arguments[0].AsDate() : arguments[0].AsDateTime().Date;
                var time = arguments[1].AsTime();
                return FeelValue.From(new FeelDateTime(date, time.NanoOfDay, time.Zone));
            }
        )
    );

    private static FeelValue Parse(string text, FeelEnvironment environment)
    {
        if (Temporal.TryParseDateTime(text, out var moment))
        {
            return FeelValue.From(moment);
        }

        return Temporal.TryParseDate(text, out var date)
            ? FeelValue.From(new FeelDateTime(date, 0, null))
            : environment.Fail("range", $"\"{text}\" is no date and time.");
    }
}
