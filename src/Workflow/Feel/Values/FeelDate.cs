using System.Globalization;

namespace Approvals.Workflow.Feel.Values;

/// <summary>A civil date of the proleptic Gregorian calendar, years -999,999,999 to 999,999,999 (DMN 1.5 §10.3.2.3.3).</summary>
public readonly record struct FeelDate : IComparable<FeelDate>
{
    public const int MaxYear = 999_999_999;
    internal const long MaxEpochDay = 365_241_780_471;
    internal const long MinEpochDay = -365_243_219_162;

    private FeelDate(long epochDay, int year, int month, int day)
    {
        EpochDay = epochDay;
        Year = year;
        Month = month;
        Day = day;
    }

    /// <summary>Days since 1970-01-01.</summary>
    public long EpochDay { get; }
    public int Year { get; }
    public int Month { get; }
    public int Day { get; }

    /// <summary>1 is Monday, 7 is Sunday.</summary>
    public int Weekday => (int)(((((EpochDay + 3) % 7) + 7) % 7) + 1);

    public int DayOfYear => (int)(EpochDay - EpochDayOf(Year, 1, 1)) + 1;

    /// <summary>ISO 8601 week number, 1–53.</summary>
    public int WeekOfYear
    {
        get
        {
            var thursday = FromEpochDay(EpochDay + 4 - Weekday);
            return ((thursday.DayOfYear - 1) / 7) + 1;
        }
    }

    public static FeelDate From(DateOnly date) => FromEpochDay(date.DayNumber - 719_162);

    public static bool TryCreate(long year, long month, long day, out FeelDate date)
    {
        date = default;
        if (year is < -MaxYear or > MaxYear || month is < 1 or > 12 || day < 1 || day > DaysIn((int)year, (int)month))
        {
            return false;
        }

        date = new FeelDate(EpochDayOf(year, (int)month, (int)day), (int)year, (int)month, (int)day);
        return true;
    }

    public static bool TryFromEpochDay(Int128 epochDay, out FeelDate date)
    {
        date = default;
        if (epochDay < MinEpochDay || epochDay > MaxEpochDay)
        {
            return false;
        }

        date = FromEpochDay((long)epochDay);
        return true;
    }

    /// <summary>Same day of a later or earlier month, or its last day when that is shorter.</summary>
    public bool TryAddMonths(long months, out FeelDate date)
    {
        date = default;
        if (months is < -24_000_000_000 or > 24_000_000_000)
        {
            return false;
        }

        var index = (Year * 12L) + Month - 1 + months;
        var year = Math.DivRem(index, 12, out var month);
        if (month < 0)
        {
            month += 12;
            year--;
        }

        return year is >= -MaxYear and <= MaxYear
            && TryCreate(year, month + 1, Math.Min(Day, DaysIn((int)year, (int)month + 1)), out date);
    }

    /// <summary>False outside the years 1 to 9999.</summary>
    public bool TryGetDateOnly(out DateOnly date)
    {
        var inside = Year is >= 1 and <= 9999;
        date = inside ? new DateOnly(Year, Month, Day) : default;
        return inside;
    }

    public int CompareTo(FeelDate other) => EpochDay.CompareTo(other.EpochDay);

    public static bool operator <(FeelDate left, FeelDate right) => left.EpochDay < right.EpochDay;

    public static bool operator >(FeelDate left, FeelDate right) => left.EpochDay > right.EpochDay;

    public static bool operator <=(FeelDate left, FeelDate right) => left.EpochDay <= right.EpochDay;

    public static bool operator >=(FeelDate left, FeelDate right) => left.EpochDay >= right.EpochDay;

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(Year < 0 ? "-" : "")}{Math.Abs(Year):0000}-{Month:00}-{Day:00}"
        );

    internal static int DaysIn(int year, int month) =>
        month switch
        {
            2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
            4 or 6 or 9 or 11 => 30,
            _ => 31,
        };

    internal static FeelDate FromEpochDay(long epochDay)
    {
        // Years start in March, so that the leap day is the last of its year; 146,097 days are 400 years.
        var shifted = epochDay + 719_468;
        var era = Math.DivRem(shifted, 146_097, out var dayOfEra);
        if (dayOfEra < 0)
        {
            dayOfEra += 146_097;
            era--;
        }

        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var marchMonth = ((5 * dayOfYear) + 2) / 153;
        var day = (int)(dayOfYear - (((153 * marchMonth) + 2) / 5) + 1);
        var month = (int)(marchMonth < 10 ? marchMonth + 3 : marchMonth - 9);
        var year = (int)(yearOfEra + (era * 400) + (month <= 2 ? 1 : 0));
        return new FeelDate(epochDay, year, month, day);
    }

    private static long EpochDayOf(long year, int month, int day)
    {
        var y = month <= 2 ? year - 1 : year;
        var era = (y >= 0 ? y : y - 399) / 400;
        var yearOfEra = y - (era * 400);
        var dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return (era * 146_097) + dayOfEra - 719_468;
    }
}
