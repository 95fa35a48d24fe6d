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
        var edge = Edge(step, task, command.TargetElementId);
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
        GoBack(step, task.Owner, edge!, command.To);
        return null;
    }

    public static Rejection? Withdraw(EngineStep step, WithdrawUserTask command)
    {
        if (UserTasks.Find(step, command.Key) is not { } task)
        {
            return Rejection.Of("task.unknown");
        }

        var actor = step.Context.Actor;
        if (Edge(step, task, command.TargetElementId) is not { BySubmitter: true } edge)
        {
            return Rejection.Of("task.withdraw-undeclared");
        }

        if (task.Owner.Scope.CompleterOf(edge.Target) != actor.Id)
        {
            return Rejection.Of("task.not-your-submission");
        }

        if (task.Assignee is not null)
        {
            return Rejection.Of("task.taken");
        }

        var reason = UserTasks.TextOf(command.Reason);
        step.Emit(new UserTaskWithdrawn(task.Key, task.Target.Id, actor.Id, command.TargetElementId, reason));
        GoBack(step, task.Owner, edge, actor);
        return null;
    }

    private static ReturnEdge? Edge(EngineStep step, UserTaskState task, string target)
    {
        foreach (var edge in ((UserTask)task.Target).Returns)
        {
            if (step.Definition.Elements[edge.Target].Id == target)
            {
                return edge;
            }
        }

        return null;
    }

    /// <summary>The earlier step begins anew, and is <paramref name="to"/>'s if that person may have it.</summary>
    private static void GoBack(EngineStep step, ElementInstance instance, ReturnEdge edge, Actor? to)
    {
        var scope = instance.Scope;
        Lifecycle.Terminate(step, instance);
        var newest = step.State.NextKey;
        Lifecycle.Enter(step, step.Definition.Elements[edge.Target], scope, flowId: null);
        if (
            to is not null
            && step.Definition.Elements[edge.Target].Loop is null
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
