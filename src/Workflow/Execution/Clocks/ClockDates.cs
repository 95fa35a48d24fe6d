using Approvals.Kernel.Calendar;

namespace Approvals.Workflow.Execution.Clocks;

/// <summary>
/// What follows from a limit and a calendar: the last counted day, its end at 24:00 Asia/Shanghai, the day whose begin is
/// the reminder (null for none), the calendar's version, and whether the calendar of a year involved is not published (暂定).
/// </summary>
public sealed record ClockDates(
    DateOnly DueDay,
    DateTimeOffset Due,
    DateOnly? ReminderDay,
    string CalendarVersion,
    bool IsProvisional
)
{
    /// <summary>The first instant of the reminder day.</summary>
    public DateTimeOffset? Reminder => ReminderDay is { } day ? CivilTime.StartOf(day) : null;
}
