using Approvals.Kernel.Calendar;
using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Supervise;

/// <summary>走势: cases received on each of the last days, and how many of each month's decisions kept the promise.</summary>
public sealed class TrendsQuery(PlatformReads reads, TimeProvider clock)
{
    public const int Days = 21;
    public const int Months = 12;
    private const long DayMilliseconds = 86_400_000;
    private static readonly long OffsetMilliseconds = (long)CivilTime.Offset.TotalMilliseconds;

    public async Task<Trends> ReadAsync(CancellationToken cancellation)
    {
        var today = CivilTime.DateOf(clock.GetUtcNow());
        var first = today.AddDays(1 - Days);
        var month = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Months);
        return new Trends(await ReceivedAsync(first, today, cancellation), await KeptAsync(month, cancellation));
    }

    /// <summary>Every day of the span, none left out.</summary>
    private async Task<IReadOnlyList<DayCount>> ReceivedAsync(
        DateOnly first,
        DateOnly last,
        CancellationToken cancellation
    )
    {
        var since = CivilTime.StartOf(first).ToUnixTimeMilliseconds();
        var rows = await reads
            .Cases.Where(row => row.Submitted >= since)
            .GroupBy(row => (row.Submitted + OffsetMilliseconds) / DayMilliseconds)
            .Select(group => new { Day = group.Key, Count = group.Count() })
            .ToListAsync(cancellation);
        var counts = rows.ToDictionary(row => DayOf(row.Day), row => row.Count);
        return
        [
            .. Enumerable
                .Range(0, last.DayNumber - first.DayNumber + 1)
                .Select(first.AddDays)
                .Select(day => new DayCount(day, counts.GetValueOrDefault(day))),
        ];
    }

    /// <summary>The months in which something was decided.</summary>
    private async Task<IReadOnlyList<MonthKept>> KeptAsync(DateOnly first, CancellationToken cancellation)
    {
        var since = CivilTime.StartOf(first).ToUnixTimeMilliseconds();
        var rows = await reads
            .Cases.Where(row => row.Closed != null && row.Closed >= since && row.ClockStopped != null)
            .GroupBy(row => (row.Closed!.Value + OffsetMilliseconds) / DayMilliseconds)
            .Select(group => new
            {
                Day = group.Key,
                Decided = group.Count(),
                OnTime = group.Count(row => row.ClockStopped < row.ClockDue),
            })
            .ToListAsync(cancellation);
        return
        [
            .. rows.GroupBy(row => new DateOnly(DayOf(row.Day).Year, DayOf(row.Day).Month, 1))
                .OrderBy(group => group.Key)
                .Select(group => new MonthKept(
                    group.Key,
                    new Kept(group.Sum(row => row.Decided), group.Sum(row => row.OnTime))
                )),
        ];
    }

    private static DateOnly DayOf(long number) => DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)number);
}

/// <param name="Kept">Oldest month first.</param>
public sealed record Trends(IReadOnlyList<DayCount> Received, IReadOnlyList<MonthKept> Kept);

public sealed record DayCount(DateOnly Day, int Count);

/// <param name="Month">Its first day.</param>
public sealed record MonthKept(DateOnly Month, Kept Kept);
