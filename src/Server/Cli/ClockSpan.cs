using System.Globalization;
using System.Xml;

namespace Approvals.Server.Cli;

/// <summary>Spans as people type them: <c>90m</c>, <c>6h</c>, <c>3d</c>, <c>2d12h</c>, or ISO 8601 (<c>P3DT2H</c>).</summary>
internal static class ClockSpan
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(36525);

    /// <summary>The span, or null for anything that is none, is negative or longer than a hundred years.</summary>
    public static TimeSpan? TryParse(string text) =>
        (text.StartsWith('P') ? TryParseIso(text) : TryParseShort(text)) is { } span
        && span >= TimeSpan.Zero
        && span <= Longest
            ? span
            : null;

    private static TimeSpan? TryParseIso(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception failure) when (failure is FormatException or OverflowException)
        {
            return null;
        }
    }

    private static TimeSpan? TryParseShort(string text)
    {
        var total = TimeSpan.Zero;
        var number = 0;
        var digits = 0;
        foreach (var letter in text)
        {
            if (char.IsAsciiDigit(letter))
            {
                number = (number * 10) + int.Parse([letter], CultureInfo.InvariantCulture);
                if (++digits > 6)
                {
                    return null;
                }

                continue;
            }

            TimeSpan? part = (digits, letter) switch
            {
                (0, _) => null,
                (_, 'd') => TimeSpan.FromDays(number),
                (_, 'h') => TimeSpan.FromHours(number),
                (_, 'm') => TimeSpan.FromMinutes(number),
                (_, 's') => TimeSpan.FromSeconds(number),
                _ => null,
            };
            if (part is not { } some || total > Longest)
            {
                return null;
            }

            total += some;
            (number, digits) = (0, 0);
        }

        return digits == 0 && text.Length > 0 ? total : null;
    }
}
