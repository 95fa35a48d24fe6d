using Approvals.Workflow.Execution.Events;

namespace Approvals.Workflow.Execution.State;

/// <summary>What people do with their tasks; part of <see cref="Apply"/>.</summary>
internal static class ApplyUserTasks
{
    public static void Event(ProcessInstanceState state, WorkflowEvent workflowEvent)
    {
        switch (workflowEvent)
        {
            case UserTaskClaimed e:
                Task(state, e.Key).Assignee = e.ActorId;
                break;
            case UserTaskUnclaimed e:
                Task(state, e.Key).Assignee = null;
                break;
            case UserTaskHandedOver e:
                Task(state, e.Key).Assignee = e.To;
                break;
            case UserTaskDelegated e:
                Task(state, e.Key).DelegatedBy = e.ActorId;
                Task(state, e.Key).Assignee = e.To;
                break;
            case UserTaskDelegationResolved e:
                Resolve(state, e);
                break;
            case UserTaskSubmitted e:
                Task(state, e.Key).Submission = new(e.ActorId, e.Outcome, e.Variables);
                break;
            case UserTaskReopened e:
                Reopen(Task(state, e.Key));
                break;
            case UserTaskCompleted e:
                Complete(state, (UserTaskState)ApplyWaits.Remove(state, e.Key), e.ActorId);
                break;
            case UserTaskReturned e:
                ApplyWaits.Remove(state, e.Key);
                break;
            case UserTaskWithdrawn e:
                ApplyWaits.Remove(state, e.Key);
                break;
            case UserTaskCanceled e:
                ApplyWaits.Remove(state, e.Key);
                break;
            default:
                ReadersAndSigners(state, workflowEvent);
                break;
        }
    }

    private static void ReadersAndSigners(ProcessInstanceState state, WorkflowEvent workflowEvent)
    {
        switch (workflowEvent)
        {
            case SignerAdded e:
                var signed = Task(state, e.TaskKey);
                var key = Apply.TakeKey(state, e.Key);
                signed.Signers = signed.Signers.Add(new(key, e.Order, e.UserId, e.Group, e.ActorId));
                break;
            case SignerRemoved e:
                var left = Task(state, e.TaskKey);
                left.Signers = left.Signers.Remove(Signer(left, e.Key));
                break;
            case UserTaskSigned e:
                var task = Task(state, e.TaskKey);
                task.Replace(Signer(task, e.Key) with { SignedBy = e.ActorId, Agrees = e.Agrees });
                break;
            case UserTaskCopied e:
                var copied = Task(state, e.Key);
                copied.Copies = copied.Copies.AddRange(e.Recipients);
                break;
            case UserTaskUrged e:
                var urged = Task(state, e.Key);
                urged.Urgings = urged.Urgings.RemoveAll(one => one.ActorId == e.ActorId).Add(new(e.ActorId, e.Day));
                break;
        }
    }

    /// <summary>A delegate who has worked on the step counts for separation of duties like whoever completes it.</summary>
    private static void Resolve(ProcessInstanceState state, UserTaskDelegationResolved resolved)
    {
        var task = Task(state, resolved.Key);
        if (resolved.ActorId == resolved.Delegate)
        {
            TakePart(state, task, resolved.Delegate);
        }

        task.Assignee = task.DelegatedBy;
        task.DelegatedBy = null;
    }

    /// <summary>After-signers spoke about the decision: they are asked again about the next one.</summary>
    private static void Reopen(UserTaskState task)
    {
        task.Submission = null;
        foreach (var signer in task.Signers)
        {
            if (signer is { Order: SignerOrder.After, HasSigned: true })
            {
                task.Replace(signer with { SignedBy = null, Agrees = false });
            }
        }
    }

    /// <summary>One round of several is nobody's to take back.</summary>
    private static void Complete(ProcessInstanceState state, UserTaskState task, string actorId)
    {
        TakePart(state, task, actorId);
        if (task.Target.IsReturnTarget && task.Task.Round == 0)
        {
            task.Task.Scope.SetCompleter(task.Target.Index, actorId);
        }
    }

    private static void TakePart(ProcessInstanceState state, UserTaskState task, string actorId)
    {
        var definition = task.Task.Scope.DefinitionKey;
        if (task.Target.IsSeparated && !state.HasCompleted(task.Target.Index, actorId, definition))
        {
            (state.Completions ??= []).Add(new(task.Target.Index, actorId, definition));
        }
    }

    private static SignerState Signer(UserTaskState task, long key)
    {
        foreach (var signer in task.Signers)
        {
            if (signer.Key == key)
            {
                return signer;
            }
        }

        throw new InvalidDataException($"The task {task.Key} has no signer {key}: the events don't fit the state.");
    }

    private static UserTaskState Task(ProcessInstanceState state, long key) =>
        ApplyWaits.Get<UserTaskState>(state, key);
}
