using System.Collections.Immutable;
using System.Diagnostics;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Codecs;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Explanation;

/// <summary>Why an element instance or a scope waits.</summary>
internal static class WaitReasons
{
    /// <summary>The incident first, then the inside, then what it waits for, oldest first.</summary>
    public static ImmutableArray<WaitReason> Of(ElementInstance instance)
    {
        var reasons = ImmutableArray.CreateBuilder<WaitReason>();
        if (instance.Incident is { } incident)
        {
            reasons.Add(Of(incident));
        }

        if (instance.Inner is { } inner)
        {
            reasons.Add(Of(instance, inner));
            reasons.AddRange(Of((WaitOwner)inner));
        }

        reasons.AddRange(Of((WaitOwner)instance));
        return reasons.DrainToImmutable();
    }

    public static ImmutableArray<WaitReason> Of(WaitOwner owner)
    {
        var reasons = ImmutableArray.CreateBuilder<WaitReason>();
        for (var wait = owner.Waits; wait is not null; wait = wait.Next)
        {
            reasons.Add(Of(wait));
        }

        reasons.Reverse();
        return reasons.DrainToImmutable();
    }

    private static WaitReason Of(IncidentState incident) =>
        new(
            "incident",
            new Parameters()
                .Key(incident.Key)
                .Text("kind", EventNames.Of(incident.Kind))
                .Text("message", incident.Message)
                .Text("resolution", incident.Resolution)
                .Build(),
            [nameof(ResolveIncident)]
        );

    private static WaitReason Of(ElementInstance instance, ScopeState inner)
    {
        var parameters = new Parameters();
        if (inner.Loop is { } loop)
        {
            parameters
                .Number("total", loop.Total < 0 ? null : loop.Total)
                .Number("started", loop.Started)
                .Number("completed", loop.Completed);
            return new("rounds", parameters.Build(), []);
        }

        parameters.Number("active", inner.ActiveElements);
        return instance.Element is CallActivity
            ? new("call", parameters.Text("process", inner.Definition.Id).Build(), [])
            : new("inside", parameters.Build(), []);
    }

    private static WaitReason Of(WaitState wait) =>
        wait switch
        {
            UserTaskState task => new(
                "person",
                new Parameters()
                    .Key(task.Key)
                    .Text("assignee", task.Assignee)
                    .Texts("candidateGroups", task.CandidateGroups)
                    .Texts("candidateUsers", task.CandidateUsers)
                    .Build(),
                task.Assignee is null
                    ? [nameof(CompleteUserTask), nameof(ClaimUserTask)]
                    : [nameof(CompleteUserTask), nameof(UnclaimUserTask)]
            ),
            JobState job => new(
                "job",
                new Parameters()
                    .Key(job.Key)
                    .Text("type", job.Type)
                    .Number("retries", job.Retries)
                    .Instant("retryAt", job.RetryAt)
                    .Build(),
                [nameof(CompleteJob), nameof(FailJob)]
            ),
            TimerState timer => new(
                "timer",
                About(timer)
                    .Instant("due", timer.Due)
                    .Number("repetitions", timer.Repetitions < 0 ? null : timer.Repetitions)
                    .Build(),
                [nameof(TriggerTimer)]
            ),
            MessageSubscriptionState message => new(
                "message",
                About(message).Text("name", message.MessageName).Text("correlationKey", message.CorrelationKey).Build(),
                [nameof(CorrelateMessage)]
            ),
            SignalSubscriptionState signal => new(
                "signal",
                About(signal).Text("name", signal.SignalName).Build(),
                [nameof(BroadcastSignal)]
            ),
            ConditionState condition => new(
                "condition",
                About(condition)
                    .Text("condition", condition.Condition.Text)
                    .Flag("value", condition.Holds)
                    .Text("diagnostic", condition.Diagnostic)
                    .Build(),
                [nameof(SetVariables)]
            ),
            _ => throw new UnreachableException(),
        };

    private static Parameters About(WaitState wait) => new Parameters().Key(wait.Key).Text("element", wait.Target.Id);
}
