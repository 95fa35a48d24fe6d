using System.Globalization;

namespace Approvals.Workflow.Feel.Values;

/// <summary>A time of day to the nanosecond, local (no zone), with an offset, or in a named zone (DMN 1.5 §10.3.2.3.4).</summary>
public readonly record struct FeelTime(long NanoOfDay, FeelZone? Zone)
{
    public const long NanosPerSecond = 1_000_000_000;
    public const long NanosPerDay = 86_400 * NanosPerSecond;

    public int Hour => (int)(NanoOfDay / (3600 * NanosPerSecond));
    public int Minute => (int)(NanoOfDay / (60 * NanosPerSecond) % 60);
    public int Second => (int)(NanoOfDay / NanosPerSecond % 60);

    /// <summary>Nanoseconds of the day in UTC, which may lie outside one day; a local time counts as UTC.</summary>
    internal long UtcNanos => NanoOfDay - ((Zone?.OffsetOfTime() ?? 0) * NanosPerSecond);

    public static bool TryCreate(long hour, long minute, long second, long nano, FeelZone? zone, out FeelTime time)
    {
        var valid = hour is >= 0 and < 24 && minute is >= 0 and < 60 && second is >= 0 and < 60;
        time = valid ? new FeelTime(((((hour * 60) + minute) * 60) + second) * NanosPerSecond + nano, zone) : default;
        return valid;
    }

    public override string ToString() => TextOf(NanoOfDay) + Zone;

    internal static string TextOf(long nanoOfDay)
    {
        var seconds = nanoOfDay / NanosPerSecond;
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}"
        );
        return text + FractionOf(nanoOfDay % NanosPerSecond);
    }

    internal static string FractionOf(long nanos) =>
        nanos == 0 ? "" : "." + nanos.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');
}
