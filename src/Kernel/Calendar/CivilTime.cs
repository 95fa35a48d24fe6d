namespace Approvals.Kernel.Calendar;

/// <summary>
/// Asia/Shanghai, the one civil time of the platform: UTC+8 without daylight saving since 1991, so a fixed offset is
/// exact for every instant the platform can meet and needs no zone data of the machine.
/// </summary>
public static class CivilTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>24:00 of the day, as the first instant after it: a limit ends here.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));

    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);
}
