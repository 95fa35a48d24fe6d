using System.Threading.RateLimiting;

namespace Approvals.Server.Pages.Public.Track;

/// <summary>
/// Keeps anybody from trying out numbers: an address that missed <see cref="MostMisses"/> times in a minute has to wait. Looking
/// at what exists is free, so that a crowd behind one address is never locked out by its own reading.
/// </summary>
public sealed class LookUpLimit : IDisposable
{
    public const int MostMisses = 20;

    private readonly PartitionedRateLimiter<HttpContext> misses = PartitionedRateLimiter.Create<HttpContext, string>(
        context =>
            RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = MostMisses, Window = TimeSpan.FromMinutes(1) }
            )
    );

    public bool Allows(HttpContext context)
    {
        using var lease = misses.AttemptAcquire(context, permitCount: 0);
        return lease.IsAcquired;
    }

    public void CountMiss(HttpContext context) => misses.AttemptAcquire(context).Dispose();

    public void Dispose() => misses.Dispose();
}
