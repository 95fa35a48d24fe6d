using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace Approvals.Workflow.Feel.Values;

/// <summary>
/// The zone of a time: a fixed offset in seconds, or an id of the tz database. A named zone is another zone than the
/// offset it has at a moment.
/// </summary>
public sealed class FeelZone : IEquatable<FeelZone>
{
    private readonly DateTimeZone? zone;
    private readonly int offset;

    private FeelZone(int offset, DateTimeZone? zone)
    {
        this.offset = offset;
        this.zone = zone;
    }

    public static FeelZone Utc { get; } = new(0, null);

    /// <summary>The id in the tz database, or null of a fixed offset.</summary>
    public string? Id => zone?.Id;

    /// <summary>Null past ±18 hours.</summary>
    public static FeelZone? FromOffset(int seconds) =>
        seconds == 0 ? Utc
        : seconds is >= -64_800 and <= 64_800 ? new FeelZone(seconds, null)
        : null;

    public static FeelZone? FromId(string id) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is { } zone ? new FeelZone(0, zone) : null;

    /// <summary>Reads what <see cref="ToString"/> writes; the empty text is no zone, which is true too.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out FeelZone? zone)
    {
        zone = null;
        if (text.Length == 0)
        {
            return true;
        }

        if (text is "Z" or "z")
        {
            zone = Utc;
            return true;
        }

        if (text[0] == '@')
        {
            zone = FromId(text[1..].ToString());
            return zone is not null;
        }

        if (
            text[0] is not ('+' or '-')
            || text.Length is not (6 or 9)
            || text[3] != ':'
            || !Temporal.TryDigits(text.Slice(1, 2), out var hours)
            || !Temporal.TryDigits(text.Slice(4, 2), out var minutes)
            || minutes > 59
        )
        {
            return false;
        }

        var seconds = 0L;
        if (text.Length == 9 && (text[6] != ':' || !Temporal.TryDigits(text.Slice(7, 2), out seconds) || seconds > 59))
        {
            return false;
        }

        var size = (int)((hours * 3600) + (minutes * 60) + seconds);
        zone = FromOffset(text[0] == '-' ? -size : size);
        return zone is not null;
    }

    /// <summary>Seconds to add to UTC at a local moment; a moment that a clock change repeats is its first one.</summary>
    public int OffsetAt(FeelDate date, long nanoOfDay)
    {
        if (zone is null)
        {
            return offset;
        }

        // The tz rules repeat every 400 years; NodaTime knows the years to 9999.
        var year = date.Year is < 1 or > 9000 ? 2000 + (((date.Year % 400) + 400) % 400) : date.Year;
        var local = new LocalDate(year, date.Month, date.Day) + LocalTime.FromNanosecondsSinceMidnight(nanoOfDay);
        var mapped = zone.MapLocal(local);
        return mapped.Count == 0 ? mapped.EarlyInterval.WallOffset.Seconds : mapped.First().Offset.Seconds;
    }

    /// <summary>Seconds to add to UTC for a time without a date: the zone's standard offset in 2000.</summary>
    public int OffsetOfTime() =>
        zone is null ? offset : zone.GetZoneInterval(Instant.FromUtc(2000, 1, 1, 0, 0)).StandardOffset.Seconds;

    /// <summary>Seconds to add to UTC at an instant.</summary>
    internal int OffsetAtInstant(FeelDate utcDate, long nanoOfDay)
    {
        if (zone is null)
        {
            return offset;
        }

        var year = utcDate.Year is < 1 or > 9000 ? 2000 + (((utcDate.Year % 400) + 400) % 400) : utcDate.Year;
        var local = new LocalDate(year, utcDate.Month, utcDate.Day) + LocalTime.FromNanosecondsSinceMidnight(nanoOfDay);
        return zone.GetUtcOffset(local.InUtc().ToInstant()).Seconds;
    }

    public bool Equals(FeelZone? other) =>
        other is not null && offset == other.offset && string.Equals(Id, other.Id, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as FeelZone);

    public override int GetHashCode() => HashCode.Combine(offset, Id);

    /// <summary>`Z`, `+08:00`, `-02:45:55` or `@Asia/Shanghai`.</summary>
    public override string ToString()
    {
        if (zone is not null)
        {
            return "@" + zone.Id;
        }

        if (offset == 0)
        {
            return "Z";
        }

        var size = Math.Abs(offset);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{(offset < 0 ? '-' : '+')}{size / 3600:00}:{size / 60 % 60:00}"
        );
        return size % 60 == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}:{size % 60:00}");
    }
}
