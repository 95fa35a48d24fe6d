using Approvals.Kernel;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Events;

namespace Approvals.Workflow.Execution.Handling;

/// <summary>抄送 and 催办: what is told to people about a task and changes nothing of its course.</summary>
internal static class TaskNotices
{
    /// <summary>By whoever has the task or has delegated it. Who reads along already is not told twice.</summary>
    public static Rejection? Copy(EngineStep step, CopyUserTask command)
    {
        if (UserTasks.Find(step, command.Key) is not { } task)
        {
            return Rejection.Of("task.unknown");
        }

        var actor = step.Context.Actor;
        if (actor.Id != task.DelegatedBy && Authority.CheckHolder(task, actor) is { } rejection)
        {
            return rejection;
        }

        if (command.Recipients.IsEmpty)
        {
            return Rejection.Of("task.recipients-missing");
        }

        var added = command.Recipients.Except(task.Copies, StringComparer.Ordinal).ToList();
        if (added.Count > 0)
        {
            step.Emit(new UserTaskCopied(task.Key, actor.Id, [.. added], UserTasks.TextOf(command.Note)));
        }

        return null;
    }

    /// <summary>
    /// Who may urge is the domain's affair; here holds that nobody urges a task of their own, and nobody twice for the same
    /// working day. What is urged on a day off counts for the next working day.
    /// </summary>
    public static Rejection? Urge(EngineStep step, UrgeUserTask command)
    {
        if (UserTasks.Find(step, command.Key) is not { } task)
        {
            return Rejection.Of("task.unknown");
        }

        var actor = step.Context.Actor.Id;
        if (actor == task.Assignee)
        {
            return Rejection.Of("task.urge-own");
        }

        var calendar = step.Context.Calendar;
        var day = calendar.IsWorkingDay(step.Today) ? step.Today : calendar.AddWorkingDays(step.Today, 1);
        foreach (var urging in task.Urgings)
        {
            if (urging.ActorId == actor && urging.Day >= day)
            {
                return Rejection.Of("task.urged-today");
            }
        }

        step.Emit(new UserTaskUrged(task.Key, actor, day, UserTasks.TextOf(command.Note)));
        return null;
    }
}
