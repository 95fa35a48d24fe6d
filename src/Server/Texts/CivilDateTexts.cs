using System.Globalization;
using Approvals.Kernel.Calendar;
using Microsoft.AspNetCore.Html;

namespace Approvals.Server.Texts;

/// <summary>Civil dates in the words of the page's language; instants are shown in Asia/Shanghai.</summary>
public static class CivilDateTexts
{
    private static readonly string[] Weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>10 月 14 日 · 14 October</summary>
    public static Text Day(this ITexts texts, DateOnly day) => texts.Written("date.day", day);

    /// <summary>10 月 14 日（周三） · Wednesday 14 October</summary>
    public static Text DayWithWeekday(this ITexts texts, DateOnly day) => texts.Written("date.day-weekday", day);

    /// <summary>2026 年 10 月 14 日 · 14 October 2026</summary>
    public static Text FullDay(this ITexts texts, DateOnly day) => texts.Written("date.full", day);

    /// <summary>10 月 14 日 10:42 · 14 October, 10:42</summary>
    public static Text Moment(this ITexts texts, DateTimeOffset instant) =>
        texts["date.moment", ("day", texts.Day(CivilTime.DateOf(instant)).ToString()), ("time", Time(instant))];

    /// <summary>10-14 10:42, for columns of figures.</summary>
    public static string Stamp(DateTimeOffset instant) =>
        instant.ToOffset(CivilTime.Offset).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The date unbroken and with its value for machines.</summary>
    public static IHtmlContent TimeElement(this Text words, DateOnly day) =>
        new HtmlContentBuilder()
            .AppendHtml($"<time class=\"n\" datetime=\"{day:yyyy-MM-dd}\">")
            .AppendHtml(words)
            .AppendHtml("</time>");

    private static string Time(DateTimeOffset instant) =>
        instant.ToOffset(CivilTime.Offset).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static Text Written(this ITexts texts, string id, DateOnly day) =>
        texts[
            id,
            ("year", day.Year.ToString(CultureInfo.InvariantCulture)),
            ("month", day.Month),
            ("day", day.Day),
            ("monthName", texts[$"date.month.{day.Month}"].ToString()),
            ("weekday", texts[$"date.weekday.{Weekdays[(int)day.DayOfWeek]}"].ToString())
        ];
}
