using System.Globalization;
using Approvals.Kernel;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Handling;

/// <summary>
/// 加签、减签 and the opinions. Signers are sub-records of one task, no tokens: the task completes once, with its assignee's
/// outcome, when all of them have signed. Separation of duties holds for them as for the assignee; having signed a step
/// doesn't keep anybody from a later one.
/// </summary>
internal static class Signers
{
    /// <summary>By the assignee, within what <c>approvals:signers</c> allows.</summary>
    public static Rejection? Add(EngineStep step, AddSigner command)
    {
        if ((command.Person is null) == (command.Group is null))
        {
            throw new ArgumentException("A signer is a person or a group.", nameof(command));
        }

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
            ?? CheckRules(((UserTask)task.Target).Signers, task, command)
            ?? CheckSigner(step.State, task, command);
        if (rejection is not null)
        {
            return rejection;
        }

        step.Emit(
            new SignerAdded(
                step.State.NextKey,
                task.Key,
                command.Order,
                command.Person?.Id,
                command.Group,
                actor.Id,
                command.Reason.Trim()
            )
        );
        return null;
    }

    /// <summary>By whoever added the signer or has the task, as long as the signer has not signed.</summary>
    public static Rejection? Remove(EngineStep step, RemoveSigner command)
    {
        if (UserTasks.Find(step, command.Key) is not { } task)
        {
            return Rejection.Of("task.unknown");
        }

        var actor = step.Context.Actor.Id;
        if (Find(task, command.Signer) is not { } signer)
        {
            return Rejection.Of("signer.unknown");
        }

        if (actor != signer.AddedBy && actor != task.Assignee)
        {
            return Rejection.Of("task.not-yours");
        }

        if (signer.HasSigned)
        {
            return Rejection.Of("signer.signed");
        }

        if (UserTasks.CheckReason(command.Reason) is { } rejection)
        {
            return rejection;
        }

        step.Emit(new SignerRemoved(signer.Key, task.Key, signer.UserId, signer.Group, actor, command.Reason.Trim()));
        FinishWhenSigned(step, task);
        return null;
    }

    public static Rejection? Sign(EngineStep step, SignUserTask command)
    {
        if (UserTasks.Find(step, command.Key) is not { } task)
        {
            return Rejection.Of("task.unknown");
        }

        if (Find(task, command.Signer) is not { } signer)
        {
            return Rejection.Of("signer.unknown");
        }

        var actor = step.Context.Actor;
        var rejection =
            CheckMaySign(step.State, task, signer, actor)
            ?? (
                command.Agrees || !string.IsNullOrWhiteSpace(command.Opinion)
                    ? null
                    : Rejection.Of("task.opinion-missing")
            );
        if (rejection is not null)
        {
            return rejection;
        }

        step.Emit(
            new UserTaskSigned(signer.Key, task.Key, actor.Id, command.Agrees, UserTasks.TextOf(command.Opinion))
        );
        if (!command.Agrees && task.Submission is not null)
        {
            step.Emit(new UserTaskReopened(task.Key));
        }

        FinishWhenSigned(step, task);
        return null;
    }

    /// <summary>A role without a unit stands for its holders everywhere.</summary>
    private static bool Allows(SignerRules rules, string group)
    {
        foreach (var allowed in rules.Groups)
        {
            if (group == allowed || group.StartsWith(allowed + "@", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return rules.Groups.IsEmpty;
    }

    private static Rejection? CheckRules(SignerRules? rules, UserTaskState task, AddSigner command)
    {
        if (rules is null)
        {
            return Rejection.Of("task.signers-not-allowed");
        }

        var order = command.Order switch
        {
            SignerOrder.Before => SignerOrders.Before,
            SignerOrder.After => SignerOrders.After,
            _ => SignerOrders.Parallel,
        };
        if (!rules.Orders.HasFlag(order))
        {
            return Rejection.Of("task.signer-order");
        }

        if (task.Signers.Length >= rules.Maximum)
        {
            return Rejection.Of("task.signers-full", ("maximum", rules.Maximum.ToString(CultureInfo.InvariantCulture)));
        }

        var isAllowed = command.Person is { } person
            ? rules.Groups.IsEmpty || person.Groups.Any(group => Allows(rules, group))
            : Allows(rules, command.Group!);
        return isAllowed ? null : Rejection.Of("task.signer-not-eligible");
    }

    private static Rejection? CheckSigner(ProcessInstanceState state, UserTaskState task, AddSigner command)
    {
        if (command.Person is not { } person)
        {
            var isAsked = task.Signers.Any(signer => signer.Group == command.Group && !signer.HasSigned);
            return isAsked ? Rejection.Of("task.signer-double") : null;
        }

        if (person.Id == task.Assignee)
        {
            return Rejection.Of("signer.own-task");
        }

        return Authority.CheckNoSigner(task, person.Id) is null
            ? Authority.CheckPerson(state, task, person)
            : Rejection.Of("task.signer-double");
    }

    private static Rejection? CheckMaySign(
        ProcessInstanceState state,
        UserTaskState task,
        SignerState signer,
        Actor actor
    )
    {
        var isAsked = signer.UserId is { } user ? user == actor.Id : actor.IsIn(signer.Group!);
        if (!isAsked)
        {
            return Rejection.Of("signer.not-yours");
        }

        if (signer.HasSigned)
        {
            return Rejection.Of("signer.signed");
        }

        if (actor.Id == task.Assignee || actor.Id == task.DelegatedBy)
        {
            return Rejection.Of("signer.own-task");
        }

        if (!task.IsTurnOf(signer))
        {
            return Rejection.Of("signer.not-your-turn");
        }

        foreach (var other in task.Signers)
        {
            if (other.Key != signer.Key && (other.UserId == actor.Id || other.SignedBy == actor.Id))
            {
                return Rejection.Of("task.signer-double");
            }
        }

        return Authority.CheckSeparation(state, task, actor);
    }

    private static void FinishWhenSigned(EngineStep step, UserTaskState task)
    {
        if (task.Submission is { } submission && !task.Awaits(SignerOrder.Parallel, SignerOrder.After))
        {
            UserTasks.Finish(step, task, submission);
        }
    }

    private static SignerState? Find(UserTaskState task, long key)
    {
        foreach (var signer in task.Signers)
        {
            if (signer.Key == key)
            {
                return signer;
            }
        }

        return null;
    }
}
