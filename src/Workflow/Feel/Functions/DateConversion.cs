using Approvals.Workflow.Feel.Values;
using static Approvals.Workflow.Feel.Functions.Argument;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>`date(from)` and `date(year, month, day)`.</summary>
internal static class DateConversion
{
    public static readonly BuiltIn Function = new(
        "date",
        Signature.Of(
            [new Argument("from", FeelKind.String, FeelKind.Date, FeelKind.DateTime)],
            static (arguments, environment) =>
                arguments[0].Kind switch
                {
                    FeelKind.Date => arguments[0],
                    FeelKind.DateTime => FeelValue.From(arguments[0].AsDateTime().Date),
                    _ => Temporal.TryParseDate(arguments[0].AsString(), out var date)
                        ? FeelValue.From(date)
                        : environment.Fail("range", $"{arguments[0]} is no date."),
                }
        ),
        Signature.Of(
            [Number("year"), Number("month"), Number("day")],
            static (arguments, environment) =>
                arguments[0].TryGetInt64(out var year)
                && arguments[1].TryGetInt64(out var month)
                && arguments[2].TryGetInt64(out var day)
                && FeelDate.TryCreate(year, month, day, out var date)
                    ? FeelValue.From(date)
                    : environment.Fail("range", "There is no such date.")
        )
    );
}
