namespace Approvals.Workflow.Feel.Values;

/// <summary>A date and time of day, local, with an offset, or in a named zone (DMN 1.5 §10.3.2.3.5).</summary>
public sealed record FeelDateTime(FeelDate Date, long NanoOfDay, FeelZone? Zone)
{
    public FeelTime Time => new(NanoOfDay, Zone);

    /// <summary>Nanoseconds since 1970-01-01T00:00:00Z; a local moment counts as UTC.</summary>
    public Int128 UtcNanos => LocalNanos - ((Int128)(Zone?.OffsetAt(Date, NanoOfDay) ?? 0) * FeelTime.NanosPerSecond);

    internal Int128 LocalNanos => ((Int128)Date.EpochDay * FeelTime.NanosPerDay) + NanoOfDay;

    public static FeelDateTime From(DateTimeOffset moment)
    {
        var ticks = moment.DateTime.TimeOfDay.Ticks;
        return new FeelDateTime(
            FeelDate.From(DateOnly.FromDateTime(moment.DateTime)),
            ticks * 100,
            FeelZone.FromOffset((int)moment.Offset.TotalSeconds)
        );
    }

    /// <summary>
    /// Moves along the time line: a local moment on its own calendar, one with a zone through UTC and back into the zone.
    /// </summary>
    public bool TryAdd(Int128 nanos, out FeelDateTime moved)
    {
        moved = this;
        if (Zone?.Id is null)
        {
            return TryFromLocal(LocalNanos + nanos, Zone, out moved);
        }

        if (!TryFromLocal(UtcNanos + nanos, FeelZone.Utc, out var utc))
        {
            return false;
        }

        var offset = Zone.OffsetAtInstant(utc.Date, utc.NanoOfDay);
        return TryFromLocal(utc.LocalNanos + ((Int128)offset * FeelTime.NanosPerSecond), Zone, out moved);
    }

    public bool TryAddMonths(long months, out FeelDateTime moved)
    {
        var valid = Date.TryAddMonths(months, out var date);
        moved = valid ? this with { Date = date } : this;
        return valid;
    }

    /// <summary>The instant for .NET; a local moment is taken as <paramref name="localOffset"/>. False outside the years 1–9999.</summary>
    public bool TryGetDateTimeOffset(TimeSpan localOffset, out DateTimeOffset moment)
    {
        moment = default;
        var offset = Zone is null ? (long)localOffset.TotalSeconds : Zone.OffsetAt(Date, NanoOfDay);
        var utcTicks =
            ((LocalNanos - ((Int128)offset * FeelTime.NanosPerSecond)) / 100) + DateTimeOffset.UnixEpoch.Ticks;
        if (utcTicks < TimeSpan.TicksPerDay || utcTicks > DateTimeOffset.MaxValue.Ticks - TimeSpan.TicksPerDay)
        {
            return false;
        }

        var utc = new DateTimeOffset((long)utcTicks, TimeSpan.Zero);
        var whole = offset % 60 == 0 && Math.Abs(offset) <= 14 * 3600;
        moment = whole ? utc.ToOffset(TimeSpan.FromSeconds(offset)) : utc;
        return true;
    }

    public override string ToString() => $"{Date}T{FeelTime.TextOf(NanoOfDay)}{Zone}";

    private static bool TryFromLocal(Int128 nanos, FeelZone? zone, out FeelDateTime moment)
    {
        moment = null!;
        var day = nanos / FeelTime.NanosPerDay;
        var rest = (long)(nanos - (day * FeelTime.NanosPerDay));
        if (rest < 0)
        {
            rest += FeelTime.NanosPerDay;
            day--;
        }

        if (!FeelDate.TryFromEpochDay(day, out var date))
        {
            return false;
        }

        moment = new FeelDateTime(date, rest, zone);
        return true;
    }
}
