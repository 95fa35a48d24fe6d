namespace Approvals.Cases.Clocks;

/// <summary>
/// The clock that a list shows for a case, as the engine's clock events last left it. Due instants are the end of the due day
/// (24:00 Asia/Shanghai), days are working days.
/// </summary>
/// <param name="Kind">Id of the clock in the process: <c>acceptance</c>, <c>promised</c>.</param>
/// <param name="Due">When this clock runs out: the acceptance limit before, the promise after acceptance.</param>
/// <param name="LegalDue">When the legal limit runs out; null before acceptance.</param>
/// <param name="YellowFrom">From when on the light is 临期.</param>
/// <param name="PausedSince">Set while the clock stands still; the due instants then are those without the running pause.</param>
/// <param name="UsedDays">Whole working days used when the clock last started, paused or stopped.</param>
/// <param name="StoppedAt">When the clock ended; the light then stays what it was at that instant.</param>
public sealed record RowClock(
    string Kind,
    DateTimeOffset? Due,
    DateTimeOffset? LegalDue,
    DateTimeOffset? YellowFrom,
    DateTimeOffset? PausedSince,
    int UsedDays,
    int LimitDays,
    bool IsProvisional = false,
    DateTimeOffset? StoppedAt = null
);
