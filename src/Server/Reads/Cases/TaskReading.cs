using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Server.Reads.Cases;

/// <summary>Walks the journal of an instance for what people did with its tasks; part of <see cref="ProcessReading"/>.</summary>
internal sealed class TaskReading
{
    private readonly Dictionary<long, string> steps = [];
    private readonly Dictionary<long, (SignerAdded Added, UserTaskSigned? Signed)> signers = [];
    private readonly List<(InstanceRecord In, WorkflowEvent Event, long Task)> happened = [];

    public void Note(InstanceRecord record, WorkflowEvent each, Func<string, string> nameOf)
    {
        switch (each)
        {
            case UserTaskCreated e:
                steps[e.Key] = nameOf(e.ElementId);
                break;
            case SignerAdded e:
                signers[e.Key] = (e, null);
                happened.Add((record, each, e.TaskKey));
                break;
            case UserTaskSigned e:
                signers[e.Key] = (signers[e.Key].Added, e);
                happened.Add((record, each, e.TaskKey));
                break;
            case SignerRemoved e:
                happened.Add((record, each, e.TaskKey));
                break;
            case UserTaskHandedOver { Key: var key }:
                happened.Add((record, each, key));
                break;
            case UserTaskDelegated { Key: var key }:
                happened.Add((record, each, key));
                break;
            case UserTaskDelegationResolved { Key: var key }:
                happened.Add((record, each, key));
                break;
            case UserTaskCopied { Key: var key }:
                happened.Add((record, each, key));
                break;
            case UserTaskUrged { Key: var key }:
                happened.Add((record, each, key));
                break;
        }
    }

    public IReadOnlyList<TaskHappening> Happened(Doers doers) =>
        [.. happened.Select(each => Happening(each.In, each.Event, steps[each.Task], doers))];

    public IReadOnlyList<TaskFact> Open(ProcessInstanceState state, Doers doers)
    {
        var open = new List<TaskFact>();
        foreach (var wait in state.Waits.Items)
        {
            if (wait is UserTaskState task)
            {
                open.Add(Fact(state, task, doers));
            }
        }

        return open;
    }

    private TaskFact Fact(ProcessInstanceState state, UserTaskState task, Doers doers) =>
        new(
            task,
            steps[task.Key],
            task.Assignee is { } assignee ? doers.Find(assignee) : null,
            task.DelegatedBy is { } delegator ? doers.Find(delegator) : null,
            [.. task.Signers.Select(signer => Signer(task, signer, doers))],
            [.. task.Urgings.Select(urging => urging.Day).Order()],
            Separated(state, task)
        );

    private static HashSet<string> Separated(ProcessInstanceState state, UserTaskState task) =>
        ((UserTask)task.Target)
            .SeparatedFrom.SelectMany(other => state.CompletersOf(other, task.Task.Scope.DefinitionKey))
            .ToHashSet(StringComparer.Ordinal);

    private SignerFact Signer(UserTaskState task, SignerState signer, Doers doers)
    {
        var (added, signed) = signers[signer.Key];
        return new(
            signer,
            signer.UserId is { } user ? doers.Find(user) : null,
            signer.Group,
            doers.Find(signer.AddedBy),
            added.Reason,
            signed is null ? null : doers.Find(signed.ActorId),
            signed?.Opinion,
            task.IsTurnOf(signer)
        );
    }

    private static TaskHappening Happening(InstanceRecord record, WorkflowEvent each, string step, Doers doers) =>
        each switch
        {
            UserTaskHandedOver e => new(record.At, record.Position, e, step, doers.Find(e.ActorId), [doers.Find(e.To)]),
            UserTaskDelegated e => new(record.At, record.Position, e, step, doers.Find(e.ActorId), [doers.Find(e.To)]),
            UserTaskDelegationResolved e => new(
                record.At,
                record.Position,
                e,
                step,
                doers.Find(e.ActorId),
                [doers.Find(e.Delegate)]
            ),
            SignerAdded e => new(
                record.At,
                record.Position,
                e,
                step,
                doers.Find(e.ActorId),
                Named(e.UserId, doers),
                e.Group
            ),
            SignerRemoved e => new(
                record.At,
                record.Position,
                e,
                step,
                doers.Find(e.ActorId),
                Named(e.UserId, doers),
                e.Group
            ),
            UserTaskSigned e => new(record.At, record.Position, e, step, doers.Find(e.ActorId), []),
            UserTaskCopied e => new(
                record.At,
                record.Position,
                e,
                step,
                doers.Find(e.ActorId),
                [.. e.Recipients.Select(doers.Find)]
            ),
            UserTaskUrged e => new(record.At, record.Position, e, step, doers.Find(e.ActorId), []),
            _ => throw new InvalidOperationException($"{each.Kind} is not told."),
        };

    private static IReadOnlyList<Doer> Named(string? user, Doers doers) => user is null ? [] : [doers.Find(user)];
}
