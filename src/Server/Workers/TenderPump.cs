using Approvals.Kernel.Store;
using Approvals.Server.Storage;

namespace Approvals.Server.Workers;

/// <summary>Looks at every running tender when something happened or the next window ends.</summary>
public sealed class TenderPump(Platform platform, ILogger<TenderPump> log) : Pump(platform, log)
{
    private static readonly SqlText Open = new(
        "SELECT key FROM tender WHERE stage NOT IN ('Archived', 'Declared', 'Compiling') ORDER BY key"
    );

    private readonly Platform platform = platform;
    private readonly TenderMover mover = new(platform);

    protected override async Task<DateTimeOffset?> DoDueAsync(CancellationToken cancellation)
    {
        DateTimeOffset? next = null;
        foreach (var key in platform.Readers.Read(session => session.QueryIntegers(Open)))
        {
            cancellation.ThrowIfCancellationRequested();
            var due = await mover.MoveAsync(key);
            next = due is { } at && (next is null || at < next) ? at : next;
        }

        return next;
    }
}
