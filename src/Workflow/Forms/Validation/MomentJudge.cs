using System.Globalization;
using System.Text.RegularExpressions;
using Approvals.Kernel.Calendar;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Forms.Validation;

/// <summary>
/// Civil dates and times: ISO as browsers post them, and as people write them (<c>2026年10月1日</c>, <c>2026/10/1</c>,
/// <c>9点30分</c>), digits of either width. Date and time may also come apart, as <c>KEY.date</c> and <c>KEY.time</c>.
/// </summary>
internal static partial class MomentJudge
{
    public static Judgement Judge(MomentField field, FormInput input, DateOnly today)
    {
        var posted = input.ValuesOf(field.Key);
        if (posted.Count == 0 && field.Kind is MomentKind.DateTime)
        {
            string[] halves = [.. input.ValuesOf(field.Key + ".date"), .. input.ValuesOf(field.Key + ".time")];
            posted =
                halves.Length == 0 ? []
                : halves.Length > 2 ? halves
                : [string.Join(' ', halves)];
        }

        if (posted.Count > 1)
        {
            return Judgement.Wrong(field, FormErrors.Several);
        }

        var text = posted.Count == 0 ? "" : Cleaning.HalfWidth(posted[0]);
        if (text.Length == 0)
        {
            return Judgement.Empty;
        }

        return text.Length > 60
            ? Judgement.Wrong(field, CodeOf(field.Kind))
            : field.Kind switch
            {
                MomentKind.Date => Date(field, text, today),
                MomentKind.Time => TimeOf(text) is { } time
                    ? Judgement.Of(FeelValue.From(new FeelTime(time.Ticks * 100, null)))
                    : Judgement.Wrong(field, FormErrors.Time),
                _ => DateTime(field, text, today),
            };
    }

    private static Judgement Date(MomentField field, string text, DateOnly today) =>
        DateOf(text) is not { } date ? Judgement.Wrong(field, FormErrors.Date)
        : field.NotInThePast && date < today ? Past(field, today)
        : Judgement.Of(FeelValue.From(date));

    private static Judgement DateTime(MomentField field, string text, DateOnly today)
    {
        var split = text.AsSpan().IndexOfAny('T', ' ', '日');
        if (
            split < 0
            || DateOf(text[..split].TrimEnd('日')) is not { } date
            || TimeOf(text[(split + 1)..].Trim()) is not { } time
        )
        {
            return Judgement.Wrong(field, FormErrors.DateTime);
        }

        if (field.NotInThePast && date < today)
        {
            return Past(field, today);
        }

        var zone = field.WithoutZone ? null : FeelZone.FromOffset((int)CivilTime.Offset.TotalSeconds);
        return Judgement.Of(FeelValue.From(new FeelDateTime(FeelDate.From(date), time.Ticks * 100, zone)));
    }

    private static Judgement Past(MomentField field, DateOnly today) =>
        Judgement.Wrong(field, FormErrors.Past, ("today", today.ToString("O", CultureInfo.InvariantCulture)));

    private static string CodeOf(MomentKind kind) =>
        kind switch
        {
            MomentKind.Date => FormErrors.Date,
            MomentKind.Time => FormErrors.Time,
            _ => FormErrors.DateTime,
        };

    private static DateOnly? DateOf(string text)
    {
        var match = Dates().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var (year, month, day) = (Number(match, "y"), Number(match, "m"), Number(match, "d"));
        return
            year is >= 1 and <= 9999
            && month is >= 1 and <= 12
            && day >= 1
            && day <= System.DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    private static TimeOnly? TimeOf(string text)
    {
        var match = Times().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var (hour, minute, second) = (Number(match, "h"), Number(match, "m"), Number(match, "s"));
        if (match.Groups["half"].Value is "下午" or "晚上" && hour is >= 1 and < 12)
        {
            hour += 12;
        }

        return hour < 24 && minute < 60 && second < 60 ? new TimeOnly(hour, minute, second) : null;
    }

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    [GeneratedRegex(
        @"^(?<y>[0-9]{4})(?: ?[年/.-] ?(?<m>[0-9]{1,2}) ?[月/.-] ?(?<d>[0-9]{1,2}) ?日?|(?<m>[0-9]{2})(?<d>[0-9]{2}))\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 100
    )]
    private static partial Regex Dates();

    [GeneratedRegex(
        @"^(?<half>上午|中午|下午|晚上)? ?(?<h>[0-9]{1,2})(?:(?::|[点时])(?:(?<m>[0-9]{1,2})(?:分|:(?<s>[0-9]{1,2}))?)?)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 100
    )]
    private static partial Regex Times();
}
