using Approvals.Kernel;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Elements.Events;
using Approvals.Workflow.Execution.Elements.Events.Throwing;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Handling;

/// <summary>What workers say about their jobs.</summary>
internal static class Jobs
{
    /// <summary>Also after its retries were used up: a late success is a success, and ends the incident.</summary>
    public static Rejection? Complete(EngineStep step, CompleteJob command)
    {
        if (Find(step, command.Key) is not { } job)
        {
            return Rejection.Of("job.unknown");
        }

        var instance = job.Task;
        if (instance.Incident is { } incident)
        {
            step.Emit(new IncidentResolved(incident.Key, instance.Key));
        }

        step.Emit(new JobCompleted(job.Key));
        Mappings.SetResults(step, instance, command.Variables);
        Lifecycle.Complete(step, instance);
        return null;
    }

    public static Rejection? Fail(EngineStep step, FailJob command)
    {
        if (Find(step, command.Key) is not { } job)
        {
            return Rejection.Of("job.unknown");
        }

        if (job.Owner.Incident is not null)
        {
            return Rejection.Of("job.has-incident");
        }

        var left = Math.Max(0, command.RetriesLeft);
        var retryAt = command.RetryAt is { } at ? Instants.Truncate(at) : default(DateTimeOffset?);
        step.Emit(new JobFailed(job.Key, command.Message, left, retryAt));
        if (left == 0)
        {
            var fault = new Fault(
                IncidentKind.Job,
                command.Message,
                "Remove what made the worker fail, then resolve the incident: the job gets new retries."
            );
            Lifecycle.Raise(step, job.Task, fault, ElementPhase.Waiting);
        }

        return null;
    }

    /// <summary>As with completion, also after the retries were used up.</summary>
    public static Rejection? ThrowError(EngineStep step, ThrowJobError command)
    {
        if (Find(step, command.Key) is not { } job)
        {
            return Rejection.Of("job.unknown");
        }

        var instance = job.Task;
        if (instance.Incident is { } incident)
        {
            step.Emit(new IncidentResolved(incident.Key, instance.Key));
        }

        step.Emit(new JobErrorThrown(job.Key, command.Code));
        var fault = Propagation.Find<ErrorTrigger>(step, instance, command.Code, out var catcher);
        if (fault is null && catcher.Event is not null)
        {
            Propagation.Catch(step, catcher, command.Variables);
        }
        else
        {
            Lifecycle.Raise(step, instance, fault ?? ThrownError.Uncaught(command.Code), ElementPhase.Waiting);
        }

        return null;
    }

    private static JobState? Find(EngineStep step, long key) =>
        step.State.Waits.TryFind(key, out var wait) ? wait as JobState : null;
}
