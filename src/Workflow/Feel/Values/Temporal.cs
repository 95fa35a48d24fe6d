using System.Globalization;

namespace Approvals.Workflow.Feel.Values;

/// <summary>
/// Reads the ISO 8601 texts of FEEL's temporal values (DMN 1.5 §10.3.4.1 and XML Schema part 2), strictly: no spaces, no
/// reduced precision, zone ids after `@`.
/// </summary>
public static class Temporal
{
    /// <summary>The value of an at-literal: date and time, date, time or either duration; null when it is none of them.</summary>
    public static FeelValue Parse(string text)
    {
        if (TryParseDate(text, out var date))
        {
            return FeelValue.From(date);
        }

        if (TryParseDateTime(text, out var dateTime))
        {
            return FeelValue.From(dateTime);
        }

        return TryParseTime(text, out var time) ? FeelValue.From(time) : ParseDuration(text);
    }

    public static bool TryParseDate(ReadOnlySpan<char> text, out FeelDate date)
    {
        date = default;
        var at = text.Length > 0 && text[0] == '-' ? 1 : 0;
        var digits = text[at..].IndexOf('-');
        if (digits is < 4 or > 9 || (digits > 4 && text[at] == '0'))
        {
            return false;
        }

        var rest = text[(at + digits)..];
        return rest.Length == 6
            && rest[3] == '-'
            && TryDigits(text.Slice(at, digits), out var year)
            && TryDigits(rest.Slice(1, 2), out var month)
            && TryDigits(rest.Slice(4, 2), out var day)
            && FeelDate.TryCreate(at == 1 ? -year : year, month, day, out date);
    }

    public static bool TryParseTime(ReadOnlySpan<char> text, out FeelTime time)
    {
        time = default;
        if (
            text.Length < 8
            || text[2] != ':'
            || text[5] != ':'
            || !TryDigits(text[..2], out var hour)
            || !TryDigits(text.Slice(3, 2), out var minute)
            || !TryDigits(text.Slice(6, 2), out var second)
        )
        {
            return false;
        }

        var rest = text[8..];
        var nano = 0L;
        if (rest.Length > 0 && rest[0] == '.')
        {
            var end = 1;
            while (end < rest.Length && char.IsAsciiDigit(rest[end]))
            {
                nano = end <= 9 ? (nano * 10) + (rest[end] - '0') : nano;
                end++;
            }

            if (end == 1)
            {
                return false;
            }

            for (var i = end; i < 10; i++)
            {
                nano *= 10;
            }

            rest = rest[end..];
        }

        return FeelZone.TryParse(rest, out var zone) && FeelTime.TryCreate(hour, minute, second, nano, zone, out time);
    }

    public static bool TryParseDateTime(ReadOnlySpan<char> text, out FeelDateTime moment)
    {
        moment = null!;
        var split = text.IndexOf('T');
        if (split < 0 || !TryParseDate(text[..split], out var date))
        {
            return false;
        }

        var clock = text[(split + 1)..];

        // XML Schema's end of day: the first moment of the next one.
        var endsDay = clock.StartsWith("24:00:00", StringComparison.Ordinal);
        if (endsDay)
        {
            clock = $"00:00:00{clock[8..]}";
        }

        if (!TryParseTime(clock, out var time) || (endsDay && time.NanoOfDay != 0))
        {
            return false;
        }

        if (endsDay && !FeelDate.TryFromEpochDay(date.EpochDay + 1, out date))
        {
            return false;
        }

        moment = new FeelDateTime(date, time.NanoOfDay, time.Zone);
        return true;
    }

    /// <summary>Either duration, or null.</summary>
    public static FeelValue ParseDuration(ReadOnlySpan<char> text)
    {
        var isNegative = text.Length > 0 && text[0] == '-';
        if (isNegative)
        {
            text = text[1..];
        }

        if (text.Length < 3 || text[0] != 'P')
        {
            return default;
        }

        text = text[1..];
        Int128 months = 0;
        Int128 nanos = 0;
        var (hasMonths, hasNanos, inTime) = (false, false, false);
        var units = "YMDHMS".AsSpan();
        while (text.Length > 0)
        {
            if (text[0] == 'T')
            {
                if (inTime || text.Length == 1)
                {
                    return default;
                }

                inTime = true;
                units = units.Length > 3 ? "HMS" : units;
                text = text[1..];
                continue;
            }

            var end = 0;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (
                end is 0 or > 18
                || end == text.Length
                || !long.TryParse(text[..end], CultureInfo.InvariantCulture, out var count)
            )
            {
                return default;
            }

            var fraction = 0L;
            if (text[end] == '.')
            {
                var digits = 0;
                end++;
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                {
                    fraction = digits < 9 ? (fraction * 10) + (text[end] - '0') : fraction;
                    digits++;
                    end++;
                }

                if (end == text.Length || text[end] != 'S')
                {
                    return default;
                }

                for (; digits < 9; digits++)
                {
                    fraction *= 10;
                }
            }

            var unit = units.IndexOf(text[end]);
            if (unit < 0 || (!inTime && units.Length - unit <= 3))
            {
                return default;
            }

            var left = units.Length - unit;
            units = units[(unit + 1)..];
            text = text[(end + 1)..];
            switch (left)
            {
                case 6:
                    (months, hasMonths) = (months + ((Int128)count * 12), true);
                    break;
                case 5:
                    (months, hasMonths) = (months + count, true);
                    break;
                default:
                    var seconds = left switch
                    {
                        4 => 86_400,
                        3 => 3_600,
                        2 => 60,
                        _ => 1,
                    };
                    nanos += ((Int128)count * seconds * FeelTime.NanosPerSecond) + fraction;
                    hasNanos = true;
                    break;
            }
        }

        if (hasMonths == hasNanos || months > long.MaxValue)
        {
            return default;
        }

        return hasMonths
            ? FeelValue.From(new YearsMonthsDuration(isNegative ? -(long)months : (long)months))
            : FeelValue.From(new DaysTimeDuration(isNegative ? -nanos : nanos));
    }

    internal static bool TryDigits(ReadOnlySpan<char> text, out long value) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
