using System.Globalization;

namespace Approvals.Cases.Notices;

/// <summary>Dates as Chinese papers write them.</summary>
public static class ChineseDates
{
    private const string Weekdays = "日一二三四五六";

    /// <summary>2026 年 10 月 14 日.</summary>
    public static string Long(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Year} 年 {day.Month} 月 {day.Day} 日");

    /// <summary>10 月 14 日（周三）.</summary>
    public static string Short(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Month} 月 {day.Day} 日（周{Weekdays[(int)day.DayOfWeek]}）");
}
