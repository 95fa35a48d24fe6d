using Approvals.Kernel.Turns;

namespace Approvals.Server.Workers;

/// <summary>A job of the engine, as a worker takes it.</summary>
/// <param name="Owner">The case it belongs to.</param>
public sealed record JobTicket(long Key, long Owner, string Element, string Type, int Retries);

/// <summary>
/// Does jobs of some types outside any turn. What it made comes back as a new command: the turn it gives completes the job.
/// It may run twice for one job; only one turn completes it.
/// </summary>
public interface IJobWorker
{
    IReadOnlyList<string> Types { get; }

    Task<Func<TurnScope, TurnAnswer>> WorkAsync(JobTicket job, CancellationToken cancellation);
}
