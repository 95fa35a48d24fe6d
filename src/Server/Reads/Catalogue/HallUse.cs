using Approvals.Kernel.Calendar;
using Approvals.Server.Pages.Public.Hall;
using Approvals.Server.Storage;
using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Catalogue;

/// <summary>
/// What the cases say of the hall: the items most applied for, and how long the closed cases took. Counted at most every
/// half minute, over a bounded number of the latest cases, because the front page must not wait for a million rows.
/// </summary>
public sealed class HallUse(Platform platform, IServiceScopeFactory scopes) : IDisposable
{
    private const int LatestCases = 20_000;
    private const int ItemsShown = 8;
    private const int PeriodDays = 30;
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim counting = new(1, 1);
    private Counted? counted;

    public async Task<(IReadOnlyList<string> Codes, HallFigures? Figures)> ReadAsync(CancellationToken cancellation)
    {
        if (!IsFresh(counted))
        {
            await counting.WaitAsync(cancellation);
            try
            {
                if (!IsFresh(counted))
                {
                    counted = await CountAsync(cancellation);
                }
            }
            finally
            {
                counting.Release();
            }
        }

        return (counted!.Codes, counted.Figures);
    }

    public void Dispose() => counting.Dispose();

    private bool IsFresh(Counted? held) =>
        held is not null && platform.Clock.GetElapsedTime(held.Timestamp) < Freshness && held.Day == Today;

    private DateOnly Today => CivilTime.DateOf(platform.Clock.GetUtcNow());

    private async Task<Counted> CountAsync(CancellationToken cancellation)
    {
        var timestamp = platform.Clock.GetTimestamp();
        await using var scope = scopes.CreateAsyncScope();
        var reads = scope.ServiceProvider.GetRequiredService<PlatformReads>();
        var codes = await reads
            .Cases.OrderByDescending(row => row.Key)
            .Take(LatestCases)
            .GroupBy(row => row.ItemCode)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key)
            .Select(group => group.Key)
            .Take(ItemsShown)
            .ToListAsync(cancellation);
        return new Counted(timestamp, Today, codes, await FiguresAsync(reads, Today, cancellation));
    }

    private static async Task<HallFigures?> FiguresAsync(
        PlatformReads reads,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var from = today.AddDays(-PeriodDays);
        var since = new DateTimeOffset(from, TimeOnly.MinValue, CivilTime.Offset).ToUnixTimeMilliseconds();
        var decided = reads
            .Cases.Where(row => row.Closed != null && row.Closed >= since && row.UsedDays != null)
            .OrderByDescending(row => row.Closed)
            .Take(LatestCases);
        var sums = await decided
            .GroupBy(_ => 1)
            .Select(all => new
            {
                Closed = all.Count(),
                Overdue = all.Count(row => row.ClockStopped > row.ClockDue),
                Legal = all.Sum(row => row.LegalDays),
                Promised = all.Sum(row => row.PromisedDays),
                Used = all.Sum(row => row.UsedDays) ?? 0,
            })
            .FirstOrDefaultAsync(cancellation);
        return sums is null
            ? null
            : new HallFigures(
                from,
                today,
                sums.Closed,
                sums.Overdue,
                Mean(sums.Legal, sums.Closed),
                Mean(sums.Promised, sums.Closed),
                Mean(sums.Used, sums.Closed)
            );
    }

    private static decimal Mean(int sum, int count) => Math.Round((decimal)sum / count, 1);

    private sealed record Counted(long Timestamp, DateOnly Day, IReadOnlyList<string> Codes, HallFigures? Figures);
}
