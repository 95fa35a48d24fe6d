using System.Collections.Frozen;

namespace Approvals.Kernel.Calendar;

/// <summary>What a civil day is: an ordinary workday or weekend, or an exception of the State Council's yearly notice.</summary>
public enum DayKind
{
    Workday,
    Weekend,

    /// <summary>法定节假日或调休放假: off by notice.</summary>
    Holiday,

    /// <summary>调休补班: a weekend day that counts as a working day.</summary>
    MakeUpWorkday,
}

/// <summary>
/// The working days of the State Council's holiday notices, in Asia/Shanghai civil dates. Immutable; a new notice is a
/// new calendar with a new <see cref="Version"/>.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly FrozenDictionary<DateOnly, (bool IsOff, string Name)> exceptions;
    private readonly FrozenSet<int> publishedYears;

    public WorkingCalendar(
        string version,
        IEnumerable<int> publishedYears,
        IEnumerable<(DateOnly Date, bool IsOff, string Name)> exceptions
    )
    {
        Version = version;
        this.publishedYears = publishedYears.ToFrozenSet();
        this.exceptions = exceptions.ToFrozenDictionary(day => day.Date, day => (day.IsOff, day.Name));
    }

    /// <summary>Names the data this calendar was made from; recorded with every computed date.</summary>
    public string Version { get; }

    /// <summary>
    /// True when a notice that is not published yet may still change the day (暂定): every day of an unpublished year, and
    /// the end of December before one, since New Year's notices have reached back as far as the 29th (2007, 2018).
    /// </summary>
    public bool IsProvisional(DateOnly day) =>
        !publishedYears.Contains(day.Year)
        || (day is { Month: 12, Day: >= 29 } && !publishedYears.Contains(day.Year + 1));

    public DayKind KindOf(DateOnly day)
    {
        if (exceptions.TryGetValue(day, out var exception))
        {
            if (exception.IsOff)
            {
                return DayKind.Holiday;
            }

            return IsWeekend(day) ? DayKind.MakeUpWorkday : DayKind.Workday;
        }

        if (IsStatutoryHolidayOfUnpublishedYear(day))
        {
            return DayKind.Holiday;
        }

        return IsWeekend(day) ? DayKind.Weekend : DayKind.Workday;
    }

    /// <summary>The name of the exception (国庆节), or null on an ordinary day.</summary>
    public string? NameOf(DateOnly day)
    {
        if (exceptions.TryGetValue(day, out var exception))
        {
            return exception.Name;
        }

        return IsStatutoryHolidayOfUnpublishedYear(day) ? StatutoryHolidays.NameOf(day) : null;
    }

    public bool IsWorkingDay(DateOnly day) => KindOf(day) is DayKind.Workday or DayKind.MakeUpWorkday;

    /// <summary>
    /// The <paramref name="count"/>-th working day after <paramref name="day"/>; the day itself never counts
    /// (行政许可法 art. 82). Zero gives the day itself.
    /// </summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        while (count > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
            {
                count--;
            }
        }

        return day;
    }

    /// <summary>The <paramref name="count"/>-th working day before <paramref name="day"/>; zero gives the day itself.</summary>
    public DateOnly SubtractWorkingDays(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        while (count > 0)
        {
            day = day.AddDays(-1);
            if (IsWorkingDay(day))
            {
                count--;
            }
        }

        return day;
    }

    /// <summary>Working days in (<paramref name="after"/>, <paramref name="through"/>]; zero when the span is empty.</summary>
    public int CountWorkingDays(DateOnly after, DateOnly through)
    {
        var count = 0;
        for (var day = after.AddDays(1); day <= through; day = day.AddDays(1))
        {
            if (IsWorkingDay(day))
            {
                count++;
            }
        }

        return count;
    }

    private bool IsStatutoryHolidayOfUnpublishedYear(DateOnly day) =>
        !publishedYears.Contains(day.Year) && StatutoryHolidays.NameOf(day) is not null;

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
