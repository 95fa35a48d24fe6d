using Approvals.Kernel.Calendar;

namespace Approvals.Cases.Clocks;

/// <summary>The light of a case, from its clock and the instant alone, so that any list can be lit without reading history.</summary>
public static class Lights
{
    public static Light For(RowClock? clock, DateTimeOffset now)
    {
        if (clock is not { Due: { } due })
        {
            return Light.None;
        }

        var instant = clock.StoppedAt is { } stopped && stopped < now ? stopped : now;
        if (clock.StoppedAt is null && clock.PausedSince is { } paused && paused <= now)
        {
            // A clock that was late when it was paused stays late: standing still heals nothing.
            return paused >= due ? Light.Late : Light.Paused;
        }

        if (instant >= due)
        {
            return Light.Late;
        }

        return clock.YellowFrom is { } yellow && instant >= yellow ? Light.Soon : Light.Normal;
    }

    /// <summary>
    /// The instant (0:00 of a working day) at which a limit of <paramref name="limitDays"/> that ends with
    /// <paramref name="dueDay"/> turns yellow.
    /// </summary>
    public static DateTimeOffset YellowFrom(
        DateOnly dueDay,
        int limitDays,
        WorkingCalendar calendar,
        LightRules? rules = null
    ) =>
        CivilTime.StartOf(
            calendar.SubtractWorkingDays(dueDay, (rules ?? LightRules.Default).YellowDaysBefore(limitDays))
        );
}
