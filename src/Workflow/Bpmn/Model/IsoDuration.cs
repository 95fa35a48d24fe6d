using System.Buffers;
using System.Globalization;
using Approvals.Kernel.Calendar;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary>An ISO 8601 duration: whole months on the civil calendar of Asia/Shanghai, then a span of time.</summary>
public readonly record struct IsoDuration(int Months, TimeSpan Span)
{
    private const int MaxNumber = 1_000_000_000;
    private const decimal MaxSeconds = 300_000_000_000;
    private static readonly SearchValues<char> Numerals = SearchValues.Create("0123456789.");

    /// <summary>True when repeating it gets ahead: at least a millisecond, the engine's measure of time.</summary>
    public bool IsRepeatable =>
        Months >= 0 && Span >= TimeSpan.Zero && (Months > 0 || Span >= TimeSpan.FromMilliseconds(1));

    /// <summary>Null when the result is out of range.</summary>
    public DateTimeOffset? AddTo(DateTimeOffset moment)
    {
        try
        {
            return moment.ToOffset(CivilTime.Offset).AddMonths(Months) + Span;
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>
    /// The first repetition from <paramref name="start"/> that is after <paramref name="now"/>, at least one; the duration is at
    /// least a millisecond. Null when it is out of range.
    /// </summary>
    public DateTimeOffset? FirstAfter(DateTimeOffset start, DateTimeOffset now)
    {
        var skipped = Months == 0 && now > start ? (now - start).Ticks / Span.Ticks : 0;
        var next = AddTo(start + new TimeSpan(skipped * Span.Ticks));
        while (next <= now)
        {
            next = AddTo(next.Value);
        }

        return next;
    }

    /// <summary>Reads <c>P1Y2M3W4DT5H6M7.8S</c>, a leading minus included; at least one part must be there.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out IsoDuration duration)
    {
        duration = default;
        var negative = text.StartsWith("-");
        text = negative ? text[1..] : text;
        if (text.Length < 3 || text[0] != 'P')
        {
            return false;
        }

        text = text[1..];
        long months = 0;
        decimal seconds = 0;
        var inTime = false;
        var order = "YMWDTHMS";
        var place = 0;
        while (!text.IsEmpty)
        {
            if (text[0] == 'T' && !inTime && text.Length > 1)
            {
                inTime = true;
                place = 5;
                text = text[1..];
                continue;
            }

            var digits = text.IndexOfAnyExcept(Numerals);
            if (digits <= 0)
            {
                return false;
            }

            var unit = order.IndexOf(text[digits], place);
            if (
                unit < 0
                || (!inTime && unit > 3)
                || (text[digits] != 'S' && text[..digits].Contains('.'))
                || !decimal.TryParse(
                    text[..digits],
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                || number > MaxNumber
            )
            {
                return false;
            }

            place = unit + 1;
            months += unit < 2 ? (long)number * (unit == 0 ? 12 : 1) : 0;
            seconds += unit < 2 ? 0 : number * SecondsOf(unit);
            text = text[(digits + 1)..];
        }

        if (months > MaxNumber || seconds > MaxSeconds)
        {
            return false;
        }

        var span = TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
        duration = negative ? new(-(int)months, -span) : new((int)months, span);
        return true;
    }

    private static int SecondsOf(int unit) =>
        unit switch
        {
            2 => 7 * 86_400,
            3 => 86_400,
            5 => 3_600,
            6 => 60,
            _ => 1,
        };
}
