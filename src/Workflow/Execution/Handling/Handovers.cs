using Approvals.Kernel;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Events;

namespace Approvals.Workflow.Execution.Handling;

/// <summary>
/// 转办 and 委托办理. A hand-over passes the task on for good, so the receiver must be one of its candidates. A delegation
/// passes the work on and keeps the responsibility: the delegate may be anybody whom separation of duties allows, can't
/// complete the task, and gives it back with an opinion; there is no delegating of what was delegated.
/// </summary>
internal static class Handovers
{
    /// <summary>By the assignee, or while there is none by a candidate.</summary>
    public static Rejection? HandOver(EngineStep step, HandOverUserTask command)
    {
        if (UserTasks.Find(step, command.Key) is not { } task)
        {
            return Rejection.Of("task.unknown");
        }

        var actor = step.Context.Actor;
        var rejection =
            Authority.CheckHolder(task, actor)
            ?? UserTasks.CheckAtWork(task)
            ?? (((UserTask)task.Target).AllowsHandOver ? null : Rejection.Of("task.hand-over-not-allowed"))
            ?? UserTasks.CheckReason(command.Reason)
            ?? (task.Assignee == command.To.Id ? Rejection.Of("task.already-theirs") : null)
            ?? Authority.CheckReceiver(step.State, task, command.To);
        if (rejection is not null)
        {
            return rejection;
        }

        step.Emit(new UserTaskHandedOver(task.Key, actor.Id, command.To.Id, command.Reason.Trim()));
        return null;
    }

    /// <summary>By the assignee alone: what comes back must have somebody to come back to.</summary>
    public static Rejection? Delegate(EngineStep step, DelegateUserTask command)
    {
        if (UserTasks.Find(step, command.Key) is not { } task)
        {
            return Rejection.Of("task.unknown");
        }

        var actor = step.Context.Actor;
        var rejection =
            Authority.CheckHolder(task, actor)
            ?? (task.Assignee is null ? Rejection.Of("task.not-claimed") : null)
            ?? UserTasks.CheckAtWork(task)
            ?? UserTasks.CheckReason(command.Reason)
            ?? (task.Assignee == command.To.Id ? Rejection.Of("task.already-theirs") : null)
            ?? Authority.CheckPerson(step.State, task, command.To)
            ?? Authority.CheckNoSigner(task, command.To.Id);
        if (rejection is not null)
        {
            return rejection;
        }

        step.Emit(new UserTaskDelegated(task.Key, actor.Id, command.To.Id, command.Reason.Trim()));
        return null;
    }

    /// <summary>The delegate owes an opinion; the delegator may take the task back without a word.</summary>
    public static Rejection? Resolve(EngineStep step, ResolveDelegation command)
    {
        if (UserTasks.Find(step, command.Key) is not { } task)
        {
            return Rejection.Of("task.unknown");
        }

        var actor = step.Context.Actor.Id;
        if (actor != task.Assignee && actor != task.DelegatedBy)
        {
            return Rejection.Of("task.not-yours");
        }

        if (task.DelegatedBy is null)
        {
            return Rejection.Of("task.not-delegated");
        }

        if (actor == task.Assignee && string.IsNullOrWhiteSpace(command.Opinion))
        {
            return Rejection.Of("task.opinion-missing");
        }

        step.Emit(new UserTaskDelegationResolved(task.Key, actor, task.Assignee!, UserTasks.TextOf(command.Opinion)));
        return null;
    }
}
