using System.Globalization;

namespace Approvals.Kernel.Calendar;

/// <summary>
/// The thirteen days of 全国年节及纪念日放假办法 (as revised 2024, art. 2), which hold in every year whether or not the State
/// Council has published how it arranges the days around them. They carry the provisional dates of an unpublished year.
/// </summary>
public static class StatutoryHolidays
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>The holiday's name, or null when the day is none. Lunar days are known from 1901 to 2100.</summary>
    public static string? NameOf(DateOnly day) =>
        (day.Month, day.Day) switch
        {
            (1, 1) => "元旦",
            (5, 1 or 2) => "劳动节",
            (10, 1 or 2 or 3) => LunarNameOf(day) ?? "国庆节",
            (4, var date) when date == QingmingDay(day.Year) => "清明节",
            _ => LunarNameOf(day),
        };

    private static string? LunarNameOf(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        if (date < Lunar.MinSupportedDateTime || date.AddDays(1) > Lunar.MaxSupportedDateTime)
        {
            return null;
        }

        var tomorrow = date.AddDays(1);
        if (Lunar.GetMonth(tomorrow) == 1 && Lunar.GetDayOfMonth(tomorrow) == 1)
        {
            return "除夕";
        }

        return (MonthWithoutLeap(date), Lunar.GetDayOfMonth(date)) switch
        {
            (1, 1 or 2 or 3) => "春节",
            (5, 5) => "端午节",
            (8, 15) => "中秋节",
            _ => null,
        };
    }

    /// <summary>The traditional month number; 0 in a leap month, whose days are no holidays.</summary>
    private static int MonthWithoutLeap(DateTime date)
    {
        var month = Lunar.GetMonth(date);
        var leap = Lunar.GetLeapMonth(Lunar.GetYear(date));
        if (leap == 0 || month < leap)
        {
            return month;
        }

        return month == leap ? 0 : month - 1;
    }

    /// <summary>
    /// The day of April on which the sun reaches 15°: the mean formula of the perpetual calendar (century constant 4.81 for
    /// 2000–2099, 5.59 for 1900–1999), which fits the almanac in those years.
    /// </summary>
    private static int QingmingDay(int year)
    {
        var inCentury = year % 100;
        var constant = year >= 2000 ? 4.81 : 5.59;
        return (int)((inCentury * 0.2422) + constant) - (inCentury / 4);
    }
}
