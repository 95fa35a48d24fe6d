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
    /// Why the date is what it is: every day from the start through the due day, or through <paramref name="today"/> while the
    /// clock stands, with its verdict.
    /// </summary>
    public static IReadOnlyList<ClockDay> Explain(ClockState clock, WorkingCalendar calendar, DateOnly today)
    {
        var days = new List<ClockDay> { new(clock.StartDay, ClockVerdict.StartDay, 0, null) };
        var counted = 0;
        for (var day = clock.StartDay.AddDays(1); IsShown(clock, day, counted, today); day = day.AddDays(1))
        {
            var verdict = VerdictOf(clock, calendar, day);
            var number = verdict is ClockVerdict.Counted or ClockVerdict.MakeUpCounted ? ++counted : 0;
            days.Add(new(day, verdict, number, calendar.NameOf(day)));
        }

        return days;
    }

    /// <summary>Counted days after <paramref name="day"/>, through the due day: what is left when that day is over.</summary>
    public static int DaysLeft(ClockState clock, WorkingCalendar calendar, DateOnly day)
    {
        var used = 0;
        for (var each = clock.StartDay.AddDays(1); each <= day && used < clock.LimitDays; each = each.AddDays(1))
        {
            if (VerdictOf(clock, calendar, each) is ClockVerdict.Counted or ClockVerdict.MakeUpCounted)
            {
                used++;
            }
        }

        return clock.LimitDays - used;
    }

    private static bool IsShown(ClockState clock, DateOnly day, int counted, DateOnly today) =>
        counted < clock.LimitDays && (clock.Status != ClockStatus.Paused || day <= today);

    private static ClockVerdict VerdictOf(ClockState clock, WorkingCalendar calendar, DateOnly day)
    {
        var kind = calendar.KindOf(day);
        if (kind == DayKind.Weekend)
        {
            return ClockVerdict.Weekend;
        }

        if (kind == DayKind.Holiday)
        {
            return ClockVerdict.Holiday;
        }

        if (IsPaused(clock.Pauses, day))
        {
            return ClockVerdict.Paused;
        }

        return kind == DayKind.MakeUpWorkday ? ClockVerdict.MakeUpCounted : ClockVerdict.Counted;
    }

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
