using Approvals.Cases.Handling;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;
using Approvals.Server.Workers;

namespace Approvals.Server.Signing;

/// <summary>拟证: fixes who signs a licence, as soon as it was granted.</summary>
public sealed class LicenceDraftWorker(Platform platform) : IJobWorker
{
    public IReadOnlyList<string> Types { get; } = [LicenceDrafting.JobType];

    public Task<Func<TurnScope, TurnAnswer>> WorkAsync(JobTicket job, CancellationToken cancellation) =>
        Task.FromResult<Func<TurnScope, TurnAnswer>>(scope =>
            platform.LicenceDrafting.Complete(scope, job.Key, job.Owner)
        );
}
