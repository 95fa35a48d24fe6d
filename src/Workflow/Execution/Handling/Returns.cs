using Approvals.Kernel;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Handling;

/// <summary>
/// 退回、撤回: back along an edge that the model declares and that soundness counts as a flow, never a free jump. The task
/// doesn't complete, so its outputs are not mapped and its flows not taken; what watches its border ends with it. Tokens of
/// other branches stay where they are. Separation of duties forgets nothing: whoever had a part in a step still had it.
/// </summary>
internal static class Returns
{
    public static Rejection? Return(EngineStep step, ReturnUserTask command)
    {
        if (UserTasks.Find(step, command.Key) is not { } task)
        {
            return Rejection.Of("task.unknown");
        }

        var actor = step.Context.Actor;
        var edge = Edge(task, command.TargetElementId);
        var rejection =
            Authority.Check(step.State, task, actor)
            ?? UserTasks.CheckAtWork(task)
            ?? (edge is { ByReviewer: true } ? null : Rejection.Of("task.return-undeclared"))
            ?? UserTasks.CheckReason(command.Reason);
        if (rejection is not null)
        {
            return rejection;
        }

        var reason = command.Reason.Trim();
        step.Emit(new UserTaskReturned(task.Key, task.Target.Id, actor.Id, command.TargetElementId, reason));
        GoBack(step, task.Task, edge!, command.To);
        return null;
    }

    public static Rejection? Withdraw(EngineStep step, WithdrawUserTask command)
    {
        if (UserTasks.Find(step, command.Key) is not { } task)
        {
            return Rejection.Of("task.unknown");
        }

        var actor = step.Context.Actor;
        if (Edge(task, command.TargetElementId) is not { BySubmitter: true } edge)
        {
            return Rejection.Of("task.withdraw-undeclared");
        }

        // Of several rounds some may have begun.
        if (task.Task.Round > 0)
        {
            return Rejection.Of("task.taken");
        }

        if (task.Task.Scope.CompleterOf(edge.Target) != actor.Id)
        {
            return Rejection.Of("task.not-your-submission");
        }

        if (task.Assignee is not null)
        {
            return Rejection.Of("task.taken");
        }

        var reason = UserTasks.TextOf(command.Reason);
        step.Emit(new UserTaskWithdrawn(task.Key, task.Target.Id, actor.Id, command.TargetElementId, reason));
        GoBack(step, task.Task, edge, actor);
        return null;
    }

    private static ReturnEdge? Edge(UserTaskState task, string target)
    {
        foreach (var edge in ((UserTask)task.Target).Returns)
        {
            if (task.Task.Definition.Elements[edge.Target].Id == target)
            {
                return edge;
            }
        }

        return null;
    }

    /// <summary>
    /// The earlier step begins anew, and is <paramref name="to"/>'s if that person may have it. A return from one round of a task that
    /// repeats (一票退回) ends all rounds.
    /// </summary>
    private static void GoBack(EngineStep step, ElementInstance instance, ReturnEdge edge, Actor? to)
    {
        if (instance.Round > 0)
        {
            instance = instance.Scope.Owner!;
        }

        var scope = instance.Scope;
        var target = scope.Definition.Elements[edge.Target];
        Lifecycle.Terminate(step, instance);
        var newest = step.State.NextKey;
        Lifecycle.Enter(step, target, scope, flowId: null);
        if (
            to is not null
            && target.Loop is null
            && step.State.Waits.Items is [.., UserTaskState { Assignee: null } task]
            && task.Key > newest
            && Authority.IsCandidate(task, to)
            && Authority.CheckSeparation(step.State, task, to) is null
        )
        {
            step.Emit(new UserTaskClaimed(task.Key, to.Id));
        }
    }
}
