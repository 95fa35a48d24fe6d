using Approvals.Cases.Notices;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Runtime;

namespace Approvals.Cases.Handling;

/// <summary>Tells members of staff what others did with tasks of theirs, through the outbox and in the same turn.</summary>
public sealed class TaskMessaging : IProcessObserver
{
    public void Observe(TurnScope scope, LoadedInstance instance, IReadOnlyList<WorkflowEvent> events)
    {
        if (
            instance.Owner == 0
            || !events.Any(IsVerb)
            || LoadedCase.Find(scope.Session, instance.Owner) is not { } loaded
        )
        {
            return;
        }

        var told = new Told(scope, instance, loaded);
        foreach (var each in events)
        {
            told.Tell(each, events);
        }
    }

    private static bool IsVerb(WorkflowEvent each) =>
        each.Kind is > EventKind.UserTaskCompleted and < EventKind.UserTaskCanceled;

    private readonly struct Told(TurnScope scope, LoadedInstance instance, LoadedCase loaded)
    {
        private string Item => loaded.Row.ItemName;

        private string Query => loaded.State.QueryNumber;

        public void Tell(WorkflowEvent each, IReadOnlyList<WorkflowEvent> events)
        {
            switch (each)
            {
                case UserTaskHandedOver e:
                    Send(e.To, StaffMessages.HandedOver(Item, Query, NameOf(e.ActorId), e.Reason));
                    break;
                case UserTaskDelegated e:
                    Send(e.To, StaffMessages.Delegated(Item, Query, NameOf(e.ActorId), e.Reason));
                    break;
                case UserTaskDelegationResolved e when e.ActorId == e.Delegate:
                    var delegator = Task(e.Key)?.Assignee;
                    Send(delegator, StaffMessages.GivenBack(Item, Query, NameOf(e.ActorId), e.Opinion));
                    break;
                case UserTaskDelegationResolved e:
                    Send(e.Delegate, StaffMessages.TakenBack(Item, Query, NameOf(e.ActorId)));
                    break;
                case SignerAdded { Order: not SignerOrder.After } e:
                    Ask(e.UserId, e.Group, e.ActorId, e.Reason);
                    break;
                case UserTaskSubmitted e:
                    AskNext(e.Key);
                    break;
                case SignerRemoved e:
                    Send(e.UserId, StaffMessages.NoLongerAsked(Item, Query, NameOf(e.ActorId)));
                    AskNext(e.TaskKey);
                    break;
                case UserTaskSigned e:
                    TellSigned(e);
                    break;
                case UserTaskReopened e:
                    Send(Task(e.Key)?.Assignee, StaffMessages.Reopened(Item, Query));
                    break;
                case UserTaskReturned e:
                    TellReturned(e, events);
                    break;
                case UserTaskCopied e:
                    foreach (var recipient in e.Recipients)
                    {
                        Send(recipient, StaffMessages.Copied(Item, Query, NameOf(e.ActorId), e.Note));
                    }

                    break;
                case UserTaskUrged e when Task(e.Key) is { } task:
                    ToHolders(task, StaffMessages.Urged(Item, Query, e.Note));
                    break;
            }
        }

        private void TellSigned(UserTaskSigned signed)
        {
            var assignee = Task(signed.TaskKey)?.Assignee;
            Send(assignee, StaffMessages.Signed(Item, Query, NameOf(signed.ActorId), signed.Agrees, signed.Opinion));
            if (Task(signed.TaskKey)?.Signers.FirstOrDefault(one => one.Key == signed.Key)?.Order == SignerOrder.After)
            {
                AskNext(signed.TaskKey);
            }
        }

        private void Ask(string? user, string? group, string by, string? reason)
        {
            var text = StaffMessages.AskedToSign(Item, Query, NameOf(by), reason);
            Send(user, text);
            if (group is not null)
            {
                SendToGroup(group, text);
            }
        }

        /// <summary>后加签: the next one is told when it is his turn.</summary>
        private void AskNext(long key)
        {
            if (Task(key) is { } task && task.Signers.FirstOrDefault(IsNext(task)) is { } next)
            {
                Ask(next.UserId, next.Group, next.AddedBy, reason: null);
            }
        }

        private static Func<SignerState, bool> IsNext(UserTaskState task) =>
            signer => signer.Order == SignerOrder.After && task.IsTurnOf(signer);

        private void TellReturned(UserTaskReturned returned, IReadOnlyList<WorkflowEvent> events)
        {
            var created = events.OfType<UserTaskCreated>().LastOrDefault(e => e.ElementId == returned.TargetElementId);
            if (created is not null && Task(created.Key) is { } task)
            {
                ToHolders(task, StaffMessages.Returned(Item, Query, NameOf(returned.ActorId), returned.Reason));
            }
        }

        /// <summary>Whoever has the task; while nobody has it, everybody who may.</summary>
        private void ToHolders(UserTaskState task, string text)
        {
            if (task.Assignee is { } assignee)
            {
                Send(assignee, text);
                return;
            }

            foreach (var user in task.CandidateUsers)
            {
                Send(user, text);
            }

            foreach (var group in task.CandidateGroups)
            {
                SendToGroup(group, text);
            }
        }

        private UserTaskState? Task(long key) =>
            instance.State.Waits.TryFind(key, out var wait) ? wait as UserTaskState : null;

        private string NameOf(string actorId) =>
            Organisation.PersonKey(actorId) is { } key
                ? Organisation.FindPerson(scope.Session, key)?.Name ?? actorId
                : "系统";

        private void Send(string? person, string text)
        {
            if (person is not null)
            {
                CaseMessaging.Send(scope, loaded.State.Key, person, text);
            }
        }

        private void SendToGroup(string group, string text) =>
            CaseMessaging.SendToGroup(scope, loaded.State.Key, group, text);
    }
}
