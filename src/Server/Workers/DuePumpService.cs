using Approvals.Server.Storage;
using Approvals.Workflow.Runtime;

namespace Approvals.Server.Workers;

/// <summary>Timers and clocks.</summary>
public sealed class DuePumpService(Platform platform, ILogger<DuePumpService> log) : Pump(platform, log)
{
    private readonly DuePump pump = new(platform.Turns, platform.Runtime, platform.Readers, platform.Clock);

    protected override async Task<DateTimeOffset?> DoDueAsync(CancellationToken cancellation) =>
        (await pump.FireDueAsync(Failed, cancellation)).Next;
}
