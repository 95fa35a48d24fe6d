using System.Collections.Immutable;
using Approvals.Kernel;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Handling;

/// <summary>Claiming, giving back and completing a user task. Authority comes before everything else.</summary>
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

        if (CheckAtWork(task) is { } rejection)
        {
            return rejection;
        }

        if (Authority.HasNoCandidates(task))
        {
            return Rejection.Of("task.no-other-candidates");
        }

        step.Emit(new UserTaskUnclaimed(task.Key, step.Context.Actor.Id));
        return null;
    }

    /// <summary>
    /// Needs every before-signer's opinion. With other signers still to sign the task stays open, and what was submitted
    /// waits for them.
    /// </summary>
    public static Rejection? Complete(EngineStep step, CompleteUserTask command)
    {
        if (Find(step, command.Key) is not { } task)
        {
            return Rejection.Of("task.unknown");
        }

        var actor = step.Context.Actor;
        var outcomes = ((UserTask)task.Target).Outcomes;
        var rejection =
            Authority.Check(step.State, task, actor)
            ?? CheckAtWork(task)
            ?? CheckOutcome(outcomes, command.Outcome)
            ?? (task.Awaits(SignerOrder.Before) ? Rejection.Of("task.signers-open") : null);
        if (rejection is not null)
        {
            return rejection;
        }

        var submission = new TaskSubmission(actor.Id, command.Outcome, WithOutcome(command, outcomes));
        if (!task.Awaits(SignerOrder.Parallel, SignerOrder.After))
        {
            Finish(step, task, submission);
            return null;
        }

        if (task.Assignee is null)
        {
            step.Emit(new UserTaskClaimed(task.Key, actor.Id));
        }

        step.Emit(new UserTaskSubmitted(task.Key, submission.ActorId, submission.Outcome, submission.Variables));
        return null;
    }

    /// <summary>Everybody has said what was asked of them.</summary>
    public static void Finish(EngineStep step, UserTaskState task, TaskSubmission submission)
    {
        var instance = task.Task;
        step.Emit(new UserTaskCompleted(task.Key, task.Target.Id, submission.ActorId, submission.Outcome));
        Mappings.SetResults(step, instance, submission.Variables);
        Lifecycle.Complete(step, instance);
    }

    /// <summary>The assignee can do something with the task: it is neither delegated nor already submitted.</summary>
    public static Rejection? CheckAtWork(UserTaskState task) =>
        task switch
        {
            { DelegatedBy: not null } => Rejection.Of("task.delegated"),
            { Submission: not null } => Rejection.Of("task.submitted"),
            _ => null,
        };

    public static Rejection? CheckReason(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? Rejection.Of("task.reason-missing") : null;

    /// <summary>Null for nothing but blanks.</summary>
    public static string? TextOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public static UserTaskState? Find(EngineStep step, long key) =>
        step.State.Waits.TryFind(key, out var wait) ? wait as UserTaskState : null;

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
}
