using System.Collections.Frozen;
using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Server.Storage;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Runtime;

namespace Approvals.Server.Workers;

/// <summary>
/// Takes jobs after their commit and gives them to the workers of their type. A worker that fails costs a retry, later each
/// time; without retries the job is an incident for a person to resolve.
/// </summary>
public sealed partial class JobPump : Pump
{
    private const int Batch = 64;

    private static readonly SqlText DueJobs = new(
        "SELECT key, owner, element, type, retries FROM job WHERE retries > 0 AND suspended = 0 AND due <= ?1 ORDER BY due LIMIT ?2"
    );

    private static readonly SqlText NextDue = new(
        "SELECT min(due) FROM job WHERE retries > 0 AND suspended = 0 AND due > ?1"
    );
    private static readonly Actor Worker = Actor.System("worker");
    private readonly Platform platform;
    private readonly ILogger<JobPump> log;
    private readonly FrozenDictionary<string, IJobWorker> workers;

    public JobPump(Platform platform, IEnumerable<IJobWorker> workers, ILogger<JobPump> log)
        : base(platform, log)
    {
        this.platform = platform;
        this.log = log;
        this.workers = workers
            .SelectMany(worker => worker.Types.Select(type => (type, worker)))
            .ToFrozenDictionary(pair => pair.type, pair => pair.worker, StringComparer.Ordinal);
    }

    protected override async Task<DateTimeOffset?> DoDueAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            var jobs = platform.Readers.Read(session => ReadDue(session, platform.Clock.GetUtcNow()));
            var mine = jobs.Where(job => workers.ContainsKey(job.Type)).ToList();
            await Parallel.ForEachAsync(
                mine,
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = Environment.ProcessorCount,
                    CancellationToken = cancellation,
                },
                async (job, stop) => await DoAsync(job, stop)
            );
            if (mine.Count == 0)
            {
                break;
            }
        }

        var now = platform.Clock.GetUtcNow();
        var next = platform.Readers.Read(session => session.QueryInteger(NextDue, now));
        return next is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null;
    }

    private static List<JobTicket> ReadDue(SqlSession session, DateTimeOffset now)
    {
        var jobs = new List<JobTicket>();
        using var rows = session.Query(DueJobs, now, Batch);
        while (rows.Next())
        {
            jobs.Add(new JobTicket(rows.Integer(0), rows.Integer(1), rows.Text(2), rows.Text(3), (int)rows.Integer(4)));
        }

        return jobs;
    }

    private async Task DoAsync(JobTicket job, CancellationToken cancellation)
    {
        try
        {
            var turn = await workers[job.Type].WorkAsync(job, cancellation);
            var answer = await platform.SendAsync(Worker, turn);
            if (answer.Rejection is { } rejection)
            {
                await FailAsync(job, rejection.Code);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailure(log, failure, job.Type, job.Key, job.Retries - 1);
            await FailAsync(job, failure.Message);
        }
    }

    /// <summary>The next try comes after 10 s, then a minute, then ten.</summary>
    private async Task FailAsync(JobTicket job, string message)
    {
        var left = job.Retries - 1;
        var pause =
            left >= 2 ? TimeSpan.FromSeconds(10)
            : left == 1 ? TimeSpan.FromMinutes(1)
            : TimeSpan.FromMinutes(10);
        await platform.SendAsync(
            Worker,
            scope =>
            {
                var command = new FailJob(job.Key, message, left, scope.Now + pause);
                return platform.Runtime.Execute(scope, ProcessRuntime.InstanceOf(job.Key), command) is { } gone
                    ? gone
                    : Kernel.Turns.TurnAnswer.Done();
            }
        );
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Type} {Key} failed, {Retries} tries left")]
    private static partial void LogFailure(ILogger log, Exception failure, string type, long key, int retries);
}
