using Approvals.Workflow.Feel.Values;
using static Approvals.Workflow.Feel.Functions.Argument;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>`day of year`, `day of week`, `month of year`, `week of year` (ISO 8601) of a date or moment.</summary>
internal static class CalendarFields
{
    private static readonly string[] Days =
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];

    private static readonly string[] Months =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    public static readonly BuiltIn DayOfYear = Make("day of year", static date => FeelValue.From(date.DayOfYear));
    public static readonly BuiltIn DayOfWeek = Make(
        "day of week",
        static date => FeelValue.From(Days[date.Weekday - 1])
    );
    public static readonly BuiltIn MonthOfYear = Make(
        "month of year",
        static date => FeelValue.From(Months[date.Month - 1])
    );
    public static readonly BuiltIn WeekOfYear = Make("week of year", static date => FeelValue.From(date.WeekOfYear));

    private static BuiltIn Make(string name, Func<FeelDate, FeelValue> field) =>
        new(
            name,
            Signature.Of(
                [Day("date")],
                (arguments, _) =>
                    field(arguments[0].Kind == FeelKind.Date ? arguments[0].AsDate() : arguments[0].AsDateTime().Date)
            )
        );
}
