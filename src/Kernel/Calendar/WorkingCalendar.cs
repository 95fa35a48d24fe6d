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

    /// <summary>True when the year's notice is not published: dates in it are provisional (暂定).</summary>
    public bool IsProvisional(DateOnly day) => !publishedYears.Contains(day.Year);

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

        return IsWeekend(day) ? DayKind.Weekend : DayKind.Workday;
    }

    /// <summary>The notice's name of the exception (国庆节), or null on an ordinary day.</summary>
    public string? NameOf(DateOnly day) => exceptions.TryGetValue(day, out var exception) ? exception.Name : null;

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

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
