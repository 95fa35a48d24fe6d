using Approvals.Kernel.Calendar;

namespace Approvals.Server.Seeding;

/// <summary>Moments at which somebody works: 9:00–17:00 of working days, Asia/Shanghai.</summary>
internal sealed class WorkingMoments
{
    private const int Opens = 9 * 60;
    private const int Minutes = 8 * 60;
    private readonly WorkingCalendar calendar;
    private readonly DateOnly[] days;
    private readonly double lastDay;

    public WorkingMoments(WorkingCalendar calendar, DateTimeOffset from, DateTimeOffset to)
    {
        this.calendar = calendar;
        var (first, last) = (CivilTime.DateOf(from), CivilTime.DateOf(to));
        // A first day that has begun is left out: nothing happens before the plan does.
        if (from.ToOffset(CivilTime.Offset).TimeOfDay.TotalMinutes > Opens && first < last)
        {
            first = first.AddDays(1);
        }

        days =
        [
            .. Enumerable
                .Range(0, last.DayNumber - first.DayNumber + 1)
                .Select(first.AddDays)
                .Where(calendar.IsWorkingDay),
        ];
        if (days.Length == 0)
        {
            days = [first];
        }

        // The last day is worked as far as it has come.
        var minute = to.ToOffset(CivilTime.Offset).TimeOfDay.TotalMinutes - Opens;
        lastDay = days[^1] == last ? Math.Clamp(minute / Minutes, 0.02, 1) : 1;
    }

    /// <summary>The moment at that share (0–1) of all working time.</summary>
    public DateTimeOffset At(double share)
    {
        var place = share * (days.Length - 1 + lastDay);
        var day = Math.Min((int)place, days.Length - 1);
        return CivilTime.StartOf(days[day]).AddMinutes(Opens + (Minutes * Math.Clamp(place - day, 0, 0.999)));
    }

    /// <summary>The share at which the last <paramref name="count"/> working days begin.</summary>
    public double ShareOfLast(int count) => Math.Max(0, 1 - (count / (days.Length - 1 + lastDay)));

    /// <summary>So many working days on, a fraction of a day being so much of its eight hours.</summary>
    public DateTimeOffset After(DateTimeOffset instant, double workingDays)
    {
        var local = instant.ToOffset(CivilTime.Offset);
        var day = DateOnly.FromDateTime(local.Date);
        var minute = Math.Clamp(local.TimeOfDay.TotalMinutes - Opens, 0, Minutes) + (workingDays * Minutes);
        var whole = (int)(minute / Minutes);
        if (!calendar.IsWorkingDay(day))
        {
            day = calendar.AddWorkingDays(day, 1);
        }

        if (whole > 0)
        {
            day = calendar.AddWorkingDays(day, whole);
        }

        return CivilTime.StartOf(day).AddMinutes(Opens + (minute - (whole * Minutes)));
    }
}
