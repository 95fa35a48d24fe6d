using static Approvals.Workflow.Feel.Functions.Argument;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>
/// Functions of this engine, beyond DMN: `add working days(date, n)`, `working days between(from, to)`,
/// `is working day(date)`, by the environment's calendar (国务院放假安排). Counting follows 行政许可法 art. 82: the first
/// day does not count, so `add working days(d, 1)` is the working day after d and n is 0 to 10,000; `working days
/// between` counts in (from, to] and is 0 when to is not later. A moment stands for its civil date as written. Null with
/// a diagnostic `calendar` where there is no calendar, `range` outside the years 1 to 9900.
/// </summary>
internal static class WorkingDays
{
    private const int MaxDays = 10_000;
    private const int MaxYear = 9900;

    public static readonly BuiltIn Add = new(
        "add working days",
        Signature.Of(
            [Day("date"), Number("n")],
            static (arguments, environment) =>
            {
                if (environment.Calendar is not { } calendar)
                {
                    return NoCalendar(environment);
                }

                if (
                    !TryDay(arguments[0], out var day)
                    || !arguments[1].TryGetInt64(out var count)
                    || count is < 0 or > MaxDays
                )
                {
                    return environment.Fail(
                        "range",
                        $"Working days are added 0 to {MaxDays} at a time, to a date of the calendar."
                    );
                }

                environment.Step((int)count);
                return FeelValue.From(calendar.AddWorkingDays(day, (int)count));
            }
        )
    );

    public static readonly BuiltIn Between = new(
        "working days between",
        Signature.Of(
            [Day("from"), Day("to")],
            static (arguments, environment) =>
            {
                if (environment.Calendar is not { } calendar)
                {
                    return NoCalendar(environment);
                }

                if (!TryDay(arguments[0], out var from) || !TryDay(arguments[1], out var to))
                {
                    return environment.Fail("range", "The calendar does not reach so far.");
                }

                environment.Step(Math.Max(0, to.DayNumber - from.DayNumber));
                return FeelValue.From(calendar.CountWorkingDays(from, to));
            }
        )
    );

    public static readonly BuiltIn IsWorkingDay = new(
        "is working day",
        Signature.Of(
            [Day("date")],
            static (arguments, environment) =>
                environment.Calendar is not { } calendar ? NoCalendar(environment)
                : TryDay(arguments[0], out var day) ? FeelValue.From(calendar.IsWorkingDay(day))
                : environment.Fail("range", "The calendar does not reach so far.")
        )
    );

    private static bool TryDay(FeelValue value, out DateOnly day)
    {
        var date = value.Kind == FeelKind.Date ? value.AsDate() : value.AsDateTime().Date;
        return date.TryGetDateOnly(out day) && date.Year <= MaxYear;
    }

    private static FeelValue NoCalendar(FeelEnvironment environment) =>
        environment.Fail("calendar", "There is no working calendar here.");
}
