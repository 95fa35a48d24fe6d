using System.Globalization;

namespace Approvals.Workflow.Feel.Values;

/// <summary>FEEL's `days and time duration` (DMN 1.5 §10.3.2.3.6), in nanoseconds.</summary>
public readonly record struct DaysTimeDuration(Int128 Nanos)
{
    public static bool TryFrom(FeelNumber seconds, out DaysTimeDuration duration)
    {
        duration = default;
        if (
            !FeelNumber.TryMultiply(seconds, FeelNumber.From(FeelTime.NanosPerSecond), out var nanos)
            || !FeelNumber.TryRound(nanos, 0, FeelRounding.HalfEven, out nanos)
            || nanos.Exponent != 0
        )
        {
            return false;
        }

        var size = (Int128)nanos.Coefficient;
        duration = new DaysTimeDuration(nanos.IsNegative ? -size : size);
        return true;
    }

    public FeelNumber Seconds
    {
        get
        {
            _ = FeelNumber.TryCreate(Nanos < 0, (UInt128)Int128.Abs(Nanos), -9, out var seconds);
            return seconds;
        }
    }

    /// <summary>To the tick; false where a TimeSpan does not reach.</summary>
    public bool TryGetTimeSpan(out TimeSpan span)
    {
        var ticks = Nanos / 100;
        var inside = ticks >= long.MinValue && ticks <= long.MaxValue;
        span = inside ? TimeSpan.FromTicks((long)ticks) : default;
        return inside;
    }

    /// <summary>Canonical ISO 8601: `P1DT2H3M4.5S`, `-PT1S`, zero is `PT0S`.</summary>
    public override string ToString()
    {
        if (Nanos == 0)
        {
            return "PT0S";
        }

        var size = Int128.Abs(Nanos);
        var (days, rest) = ((long)(size / FeelTime.NanosPerDay), (long)(size % FeelTime.NanosPerDay));
        var seconds = rest / FeelTime.NanosPerSecond;
        var fraction = FeelTime.FractionOf(rest % FeelTime.NanosPerSecond);
        var text = Nanos < 0 ? "-P" : "P";
        text += days > 0 ? days.ToString(CultureInfo.InvariantCulture) + "D" : "";
        if (rest == 0)
        {
            return text;
        }

        text += "T";
        text += seconds >= 3600 ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}H") : "";
        text += seconds / 60 % 60 > 0 ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60 % 60}M") : "";
        return seconds % 60 > 0 || fraction.Length > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{text}{seconds % 60}{fraction}S")
            : text;
    }
}
