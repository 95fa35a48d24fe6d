namespace Approvals.Server.Components.Calendar;

/// <summary>Whole weeks, Monday first, that show how a date was reached; the reasons stand beside it.</summary>
/// <param name="Days">From a Monday to a Sunday without gaps.</param>
public sealed record CalendarView(string Caption, IReadOnlyList<CalendarDay> Days, string? Language = null);

/// <param name="Note">What the day is for this clock: 第 3 天, 国庆, 受理 不计.</param>
public sealed record CalendarDay(
    DateOnly Date,
    DayLook Look,
    string? Note = null,
    DayMark Mark = DayMark.None,
    bool IsToday = false,
    bool IsDue = false
);

public enum DayLook
{
    /// <summary>A working day outside the clock.</summary>
    Plain,
    Counted,
    Paused,
    Off,
}

public enum DayMark
{
    None,

    /// <summary>班: a weekend day that is worked.</summary>
    MakeUp,

    /// <summary>休: off by notice.</summary>
    Holiday,
}
