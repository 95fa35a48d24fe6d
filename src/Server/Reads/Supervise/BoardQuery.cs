using Approvals.Cases;
using Approvals.Cases.Clocks;
using Approvals.Cases.Handling;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Organisations;
using Approvals.Server.Reads.Work;
using Approvals.Server.Storage;
using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Supervise;

/// <summary>
/// The figures of the board: running cases counted by unit, light and stage in one grouped query that the index of clock columns answers
/// alone, and from the figures that turns keep how the cases of the last year kept their promise.
/// </summary>
public sealed class BoardQuery(PlatformReads reads, Platform platform, TimeProvider clock)
{
    /// <summary>How far back the on-time rate looks.</summary>
    public const int RatePeriodDays = 365;

    public async Task<Board> ReadAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = CivilTime.DateOf(now);
        var running = await RunningAsync(now.ToUnixTimeMilliseconds(), Milliseconds(today.AddDays(1)), cancellation);
        var kept = await KeptAsync(today.AddDays(-RatePeriodDays), cancellation);
        var units = platform.Readers.Read(Organisation.Units);
        var rows = units.Select(unit => new BoardUnit(
            unit,
            [.. running.Where(group => group.Unit == unit.Code)],
            kept.GetValueOrDefault(unit.Code)
        ));
        return new Board(now, running, [.. rows.Where(row => row.Running > 0 || row.Kept.Decided > 0)]);
    }

    private Task<List<BoardGroup>> RunningAsync(long now, long tomorrow, CancellationToken cancellation) =>
        LitCase
            .Of(reads.Cases.Where(row => row.Closed == null), now)
            .GroupBy(row => new
            {
                row.Case.Unit,
                row.Light,
                row.Case.Stage,
                IsDueToday = row.Case.ClockDue == tomorrow,
            })
            .Select(group => new BoardGroup(
                group.Key.Unit,
                group.Key.Light,
                group.Key.Stage,
                group.Key.IsDueToday,
                group.Count()
            ))
            .ToListAsync(cancellation);

    private async Task<Dictionary<string, Kept>> KeptAsync(DateOnly since, CancellationToken cancellation)
    {
        var first = CaseFigures.DayOf(since);
        var rows = await reads
            .Figures.Where(row => row.Day >= first)
            .GroupBy(row => row.Unit)
            .Select(group => new
            {
                Unit = group.Key,
                Decided = group.Sum(row => row.Decided),
                OnTime = group.Sum(row => row.OnTime),
            })
            .ToListAsync(cancellation);
        return rows.ToDictionary(row => row.Unit, row => new Kept(row.Decided, row.OnTime), StringComparer.Ordinal);
    }

    private static long Milliseconds(DateOnly day) => CivilTime.StartOf(day).ToUnixTimeMilliseconds();
}

/// <param name="Stage">Name of a <see cref="CaseStage"/>.</param>
/// <param name="IsDueToday">The limit ends with today.</param>
public sealed record BoardGroup(string Unit, Light Light, string Stage, bool IsDueToday, int Count);

/// <summary>Cases decided within the period, and how many of them before their promised limit ran out.</summary>
public readonly record struct Kept(int Decided, int OnTime)
{
    /// <summary>In percent, one decimal; null when nothing was decided.</summary>
    public decimal? Rate => Decided == 0 ? null : Math.Round(100m * OnTime / Decided, 1);
}

/// <summary>One unit's line.</summary>
public sealed record BoardUnit(Unit Unit, IReadOnlyList<BoardGroup> Groups, Kept Kept)
{
    public int Running => Groups.Sum(group => group.Count);

    public int Of(Light light) => Groups.Where(group => group.Light == light).Sum(group => group.Count);
}

/// <summary>The board as of one instant.</summary>
public sealed record Board(DateTimeOffset Now, IReadOnlyList<BoardGroup> Groups, IReadOnlyList<BoardUnit> Units)
{
    public int Running => Groups.Sum(group => group.Count);

    public int DueToday =>
        Groups.Where(group => group.IsDueToday && group.Light != Light.Paused).Sum(group => group.Count);

    public int Of(Light light) => Groups.Where(group => group.Light == light).Sum(group => group.Count);

    public int PausedAt(CaseStage stage) =>
        Groups.Where(group => group.Light == Light.Paused && group.Stage == stage.ToString()).Sum(group => group.Count);
}
