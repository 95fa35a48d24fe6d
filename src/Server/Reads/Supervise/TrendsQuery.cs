using Approvals.Cases.Handling;
using Approvals.Kernel.Calendar;
using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Supervise;

/// <summary>走势: cases received on each of the last days, and how many of each month's decisions kept the promise.</summary>
public sealed class TrendsQuery(PlatformReads reads, TimeProvider clock)
{
    public const int Days = 21;
    public const int Months = 12;

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
        var since = CaseFigures.DayOf(first);
        var rows = await reads
            .Figures.Where(row => row.Day >= since)
            .GroupBy(row => row.Day)
            .Select(group => new { Day = group.Key, Count = group.Sum(row => row.Received) })
            .ToListAsync(cancellation);
        var counts = rows.ToDictionary(row => row.Day, row => row.Count);
        return
        [
            .. Enumerable
                .Range(0, last.DayNumber - first.DayNumber + 1)
                .Select(first.AddDays)
                .Select(day => new DayCount(day, counts.GetValueOrDefault(CaseFigures.DayOf(day)))),
        ];
    }

    /// <summary>The months in which something was decided.</summary>
    private async Task<IReadOnlyList<MonthKept>> KeptAsync(DateOnly first, CancellationToken cancellation)
    {
        var since = CaseFigures.DayOf(first);
        var rows = await reads
            .Figures.Where(row => row.Day >= since)
            .GroupBy(row => row.Day / 100)
            .Select(group => new
            {
                Month = group.Key,
                Decided = group.Sum(row => row.Decided),
                OnTime = group.Sum(row => row.OnTime),
            })
            .ToListAsync(cancellation);
        return
        [
            .. rows.Where(row => row.Decided > 0)
                .OrderBy(row => row.Month)
                .Select(row => new MonthKept(FiguresQuery.MonthOf(row.Month), new Kept(row.Decided, row.OnTime))),
        ];
    }
}

/// <param name="Kept">Oldest month first.</param>
public sealed record Trends(IReadOnlyList<DayCount> Received, IReadOnlyList<MonthKept> Kept);

public sealed record DayCount(DateOnly Day, int Count);

/// <param name="Month">Its first day.</param>
public sealed record MonthKept(DateOnly Month, Kept Kept);
