using System.Globalization;
using Approvals.Kernel.Calendar;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary>A repeating interval <c>R3/2026-03-01T09:00:00/PT1H</c>; repetitions are -1 without end, the start may be absent.</summary>
public readonly record struct TimerCycle(
    int Repetitions,
    DateTimeOffset? Start,
    IsoDuration Interval,
    string IntervalText
);

/// <summary>The ISO 8601 texts of timers (BPMN §10.5.5). Without an offset a time is one of Asia/Shanghai.</summary>
public static class TimerText
{
    private static readonly string[] Local =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd",
    ];

    private static readonly string[] Zoned =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mmK",
    ];

    public static bool IsValid(TimerForm form, string text) =>
        form switch
        {
            TimerForm.Date => TryMoment(text, out _),
            TimerForm.Duration => IsoDuration.TryParse(text, out _),
            _ => TryCycle(text, out _),
        };

    /// <summary>A date is its first instant.</summary>
    public static bool TryMoment(string text, out DateTimeOffset moment)
    {
        // A zone id after an offset adds nothing to the instant.
        var zone = text.IndexOf('[', StringComparison.Ordinal);
        var plain = zone > 0 && text.EndsWith(']') ? text[..zone] : text;
        if (DateTime.TryParseExact(plain, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            moment = new(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), CivilTime.Offset);
            return true;
        }

        return DateTimeOffset.TryParseExact(
            plain,
            Zoned,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out moment
        );
    }

    public static bool TryCycle(string text, out TimerCycle cycle)
    {
        cycle = default;
        var parts = text.Split('/');
        if (parts.Length is < 2 or > 3 || !parts[0].StartsWith('R'))
        {
            return false;
        }

        var repetitions = -1;
        if (
            parts[0].Length > 1
            && (
                !int.TryParse(parts[0].AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out repetitions)
                || repetitions == 0
            )
        )
        {
            return false;
        }

        DateTimeOffset? start = null;
        if (parts.Length == 3)
        {
            if (!TryMoment(parts[1], out var moment))
            {
                return false;
            }

            start = moment;
        }

        if (!IsoDuration.TryParse(parts[^1], out var interval) || !interval.IsRepeatable)
        {
            return false;
        }

        cycle = new(repetitions, start, interval, parts[^1]);
        return true;
    }
}
