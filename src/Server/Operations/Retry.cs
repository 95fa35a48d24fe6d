using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Runtime;

namespace Approvals.Server.Operations;

/// <summary>How many incidents were tried again, how many could not be, and how many of them are incidents once more.</summary>
public sealed record RetryCounts(int Found, int Retried, int Refused, int Again);

/// <summary>
/// Tries incidents again, each in a turn of its own: one by its key, those of a process or of one of its elements, or all. Jobs get
/// <see cref="Retries"/> tries.
/// </summary>
public sealed record Retry(long? Incident = null, string? Process = null, string? Element = null, int Retries = 1)
    : Operation
{
    private static readonly SqlText CountOf = new("SELECT count(*) FROM incident WHERE instance = ?1");

    public override async Task<OperationAnswer> RunAsync(Platform platform, Actor actor)
    {
        var counts = await TryAsync(platform, actor);
        if (Incident is { } key && counts.Found == 0)
        {
            return OperationAnswer.Failed($"There is no open incident {key}.");
        }

        var lines = OperationAnswer.Of(
            $"{counts.Found} incidents: {counts.Retried} tried again, {counts.Refused} refused, {counts.Again} failed once more.",
            new
            {
                found = counts.Found,
                retried = counts.Retried,
                refused = counts.Refused,
                again = counts.Again,
            }
        );
        return counts.Found > 0 && counts.Retried == 0
            ? lines with
            {
                Failure = "No incident could be tried again.",
            }
            : lines;
    }

    public async Task<RetryCounts> TryAsync(Platform platform, Actor actor)
    {
        var found = platform.Readers.Read(session => Incidents.Read(session, Process, Element, Incident ?? 0));
        var (retried, refused, again) = (0, 0, 0);
        foreach (var incident in found)
        {
            var answer = await platform.SendAsync(actor, scope => Resolve(platform, scope, incident.Key, Retries));
            if (answer.Rejection is not null)
            {
                refused++;
                continue;
            }

            retried++;
            again += answer.Text == "again" ? 1 : 0;
        }

        return new(found.Count, retried, refused, again);
    }

    /// <summary>One retry as a turn; the answer is <c>again</c> when the instance has no fewer incidents than before.</summary>
    public static TurnAnswer Resolve(Platform platform, TurnScope scope, long incident, int retries)
    {
        var instance = ProcessRuntime.InstanceOf(incident);
        var before = scope.Session.QueryInteger(CountOf, instance);
        return
            platform.Runtime.Execute(scope, instance, new ResolveIncident(incident, Math.Max(1, retries)))
                is { } rejection
            ? rejection
            : TurnAnswer.Done(scope.Session.QueryInteger(CountOf, instance) >= before ? "again" : "");
    }
}
