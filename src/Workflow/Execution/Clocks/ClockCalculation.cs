using Approvals.Kernel.Calendar;

namespace Approvals.Workflow.Execution.Clocks;

/// <summary>
/// Limits in working days (行政许可法 arts. 45 and 82): the start day never counts; a later working day counts unless a pause
/// touches it; the limit ends at 24:00 Asia/Shanghai of its last counted day.
/// </summary>
public static class ClockCalculation
{
    /// <summary>The dates of a limit of <paramref name="limitDays"/> ≥ 1. Every pause must have ended.</summary>
    public static ClockDates Dates(
        WorkingCalendar calendar,
        DateOnly startDay,
        int limitDays,
        int remindBefore,
        IReadOnlyList<ClockPause> pauses
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limitDays, 1);
        var reminderNumber = limitDays - remindBefore;
        DateOnly? reminder = remindBefore > 0 && reminderNumber <= 0 ? startDay : null;
        var provisional = calendar.IsProvisional(startDay);
        var day = startDay;
        for (var counted = 0; counted < limitDays; )
        {
            day = day.AddDays(1);
            provisional |= calendar.IsProvisional(day);
            if (calendar.IsWorkingDay(day) && !IsPaused(pauses, day))
            {
                counted++;
                if (remindBefore > 0 && counted == reminderNumber)
                {
                    reminder = day;
                }
            }
        }

        return new(day, CivilTime.EndOf(day), reminder, calendar.Version, provisional);
    }

    /// <summary>
    /// Why the date is what it is: every day from the start through the due day with its verdict; while a pause is open, through
    /// <paramref name="today"/> instead, as there is no due day then.
    /// </summary>
    public static IReadOnlyList<ClockDay> Explain(
        WorkingCalendar calendar,
        DateOnly startDay,
        int limitDays,
        IReadOnlyList<ClockPause> pauses,
        DateOnly today
    )
    {
        var days = new List<ClockDay> { new(startDay, ClockVerdict.StartDay, 0, null) };
        var isOpen = pauses.Count > 0 && pauses[^1].Through is null;
        var counted = 0;
        for (var day = startDay.AddDays(1); counted < limitDays && (!isOpen || day <= today); day = day.AddDays(1))
        {
            var verdict = VerdictOf(calendar, pauses, day);
            days.Add(new(day, verdict, IsCounted(verdict) ? ++counted : 0, calendar.NameOf(day)));
        }

        return days;
    }

    /// <inheritdoc cref="Explain(WorkingCalendar, DateOnly, int, IReadOnlyList{ClockPause}, DateOnly)"/>
    public static IReadOnlyList<ClockDay> Explain(ClockState clock, WorkingCalendar calendar, DateOnly today) =>
        Explain(calendar, clock.StartDay, clock.LimitDays, clock.Pauses, today);

    /// <summary>Working days of the limit that are left when <paramref name="day"/> is over.</summary>
    public static int DaysLeft(
        WorkingCalendar calendar,
        DateOnly startDay,
        int limitDays,
        IReadOnlyList<ClockPause> pauses,
        DateOnly day
    )
    {
        var left = limitDays;
        for (var each = startDay.AddDays(1); each <= day && left > 0; each = each.AddDays(1))
        {
            left -= IsCounted(VerdictOf(calendar, pauses, each)) ? 1 : 0;
        }

        return left;
    }

    /// <inheritdoc cref="DaysLeft(WorkingCalendar, DateOnly, int, IReadOnlyList{ClockPause}, DateOnly)"/>
    public static int DaysLeft(ClockState clock, WorkingCalendar calendar, DateOnly day) =>
        DaysLeft(calendar, clock.StartDay, clock.LimitDays, clock.Pauses, day);

    private static bool IsCounted(ClockVerdict verdict) =>
        verdict is ClockVerdict.Counted or ClockVerdict.MakeUpCounted;

    private static ClockVerdict VerdictOf(WorkingCalendar calendar, IReadOnlyList<ClockPause> pauses, DateOnly day) =>
        calendar.KindOf(day) switch
        {
            DayKind.Weekend => ClockVerdict.Weekend,
            DayKind.Holiday => ClockVerdict.Holiday,
            _ when IsPaused(pauses, day) => ClockVerdict.Paused,
            DayKind.MakeUpWorkday => ClockVerdict.MakeUpCounted,
            _ => ClockVerdict.Counted,
        };

    private static bool IsPaused(IReadOnlyList<ClockPause> pauses, DateOnly day)
    {
        for (var i = 0; i < pauses.Count; i++)
        {
            if (pauses[i].From <= day && (pauses[i].Through is not { } through || day <= through))
            {
                return true;
            }
        }

        return false;
    }
}
