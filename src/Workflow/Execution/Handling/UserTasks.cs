using System.Collections.Immutable;
using Approvals.Kernel;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Handling;

/// <summary>What people do with their tasks. Authority comes before everything else.</summary>
internal static class UserTasks
{
    public static Rejection? Claim(EngineStep step, ClaimUserTask command)
    {
        if (Find(step, command.Key) is not { } task)
        {
            return Rejection.Of("task.unknown");
        }

        var actor = step.Context.Actor;
        if (Authority.Check(step.State, task, actor) is { } rejection)
        {
            return rejection;
        }

        if (task.Assignee is null)
        {
            step.Emit(new UserTaskClaimed(task.Key, actor.Id));
        }

        return null;
    }

    public static Rejection? Unclaim(EngineStep step, UnclaimUserTask command)
    {
        if (Find(step, command.Key) is not { } task)
        {
            return Rejection.Of("task.unknown");
        }

        if (task.Assignee is null)
        {
            return Rejection.Of("task.not-claimed");
        }

        if (task.Assignee != step.Context.Actor.Id)
        {
            return Rejection.Of("task.not-yours");
        }

        if (task.CandidateGroups.IsEmpty && task.CandidateUsers.IsEmpty)
        {
            return Rejection.Of("task.no-other-candidates");
        }

        step.Emit(new UserTaskUnclaimed(task.Key, step.Context.Actor.Id));
        return null;
    }

    public static Rejection? Complete(EngineStep step, CompleteUserTask command)
    {
        if (Find(step, command.Key) is not { } task)
        {
            return Rejection.Of("task.unknown");
        }

        var outcomes = ((UserTask)task.Target).Outcomes;
        var rejection =
            Authority.Check(step.State, task, step.Context.Actor) ?? CheckOutcome(outcomes, command.Outcome);
        if (rejection is not null)
        {
            return rejection;
        }

        var instance = task.Task;
        step.Emit(new UserTaskCompleted(task.Key, task.Target.Id, step.Context.Actor.Id, command.Outcome));
        Mappings.SetResults(step, instance, WithOutcome(command, outcomes));
        Lifecycle.Complete(step, instance);
        return null;
    }

    private static Rejection? CheckOutcome(OutcomeSet? declared, string? outcome) =>
        (declared, outcome) switch
        {
            (null, null) => null,
            (null, _) => Rejection.Of("task.outcome-undeclared", ("outcome", outcome)),
            (_, null) => Rejection.Of("task.outcome-missing"),
            _ => declared.Has(outcome) ? null : Rejection.Of("task.outcome-unknown", ("outcome", outcome)),
        };

    /// <summary>The outcome wins over a variable of the same name that the form sent.</summary>
    private static ImmutableArray<Variable> WithOutcome(CompleteUserTask command, OutcomeSet? outcomes) =>
        outcomes is null
            ? command.Variables
            : command
                .Variables.RemoveAll(variable => variable.Name == outcomes.Variable)
                .Add(new(outcomes.Variable, FeelValue.From(command.Outcome)));

    private static UserTaskState? Find(EngineStep step, long key) =>
        step.State.Waits.TryFind(key, out var wait) ? wait as UserTaskState : null;
}
