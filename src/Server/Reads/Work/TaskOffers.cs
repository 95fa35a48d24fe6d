using Approvals.Kernel;
using Approvals.Server.Reads.Cases;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;

namespace Approvals.Server.Reads.Work;

/// <summary>
/// Which verbs a page offers: what the model declares and the state allows. A hidden button is no check; the engine asks again.
/// </summary>
public static class TaskOffers
{
    private static readonly (TaskVerb Verb, string Address, char Key)[] All =
    [
        (TaskVerb.Sign, "sign", 'S'),
        (TaskVerb.GiveBack, "give-back", 'G'),
        (TaskVerb.TakeBack, "take-back", 'R'),
        (TaskVerb.HandOver, "hand-over", 'Z'),
        (TaskVerb.Delegate, "delegate", 'W'),
        (TaskVerb.AddSigner, "add-signer", 'Q'),
        (TaskVerb.RemoveSigner, "remove-signer", 'X'),
        (TaskVerb.Copy, "copy", 'C'),
        (TaskVerb.Urge, "urge", 'U'),
        (TaskVerb.Reply, "reply", 'Y'),
    ];

    public static string AddressOf(TaskVerb verb) => All[(int)verb].Address;

    /// <summary>The letter that opens it.</summary>
    public static char KeyOf(TaskVerb verb) => All[(int)verb].Key;

    public static IReadOnlyList<TaskVerb> Of(TaskFact task, Actor actor) =>
        [.. All.Select(each => each.Verb).Where(verb => Allows(verb, task, actor))];

    public static bool Allows(TaskVerb verb, TaskFact task, Actor actor)
    {
        var state = task.State;
        var isMine = state.Assignee == actor.Id;
        var isDelegator = state.DelegatedBy == actor.Id;
        var isAtWork = state is { DelegatedBy: null, Submission: null };
        var isFree = state.Assignee is null && IsCandidate(state, actor);
        return verb switch
        {
            TaskVerb.Sign => SignerOf(task, actor) is not null,
            TaskVerb.GiveBack => state.DelegatedBy is not null && (isMine || isDelegator),
            TaskVerb.TakeBack => state.Assignee is null && WayBack(state, actor) is not null,
            TaskVerb.HandOver => task.Model.AllowsHandOver && isAtWork && (isMine || isFree),
            TaskVerb.Delegate => isAtWork && isMine,
            TaskVerb.AddSigner => isAtWork
                && isMine
                && task.Model.Signers is { } rules
                && state.Signers.Length < rules.Maximum,
            TaskVerb.RemoveSigner => RemovableBy(task, actor).Any(),
            TaskVerb.Copy => isMine || isDelegator || isFree,
            TaskVerb.Urge => !isMine,
            TaskVerb.Reply => (isMine || isFree) && task.Urged.Count > 0,
            _ => false,
        };
    }

    /// <summary>The signer that the actor is asked to be now.</summary>
    public static SignerFact? SignerOf(TaskFact task, Actor actor) =>
        actor.Id == task.State.Assignee || actor.Id == task.State.DelegatedBy
            ? null
            : task.Signers.FirstOrDefault(signer =>
                signer.IsTurn
                && (
                    signer.State.UserId is { } user
                        ? user == actor.Id
                        : actor.IsIn(signer.State.Group!)
                            && task.State.Signers.All(other => other.SignedBy != actor.Id && other.UserId != actor.Id)
                )
            );

    public static IEnumerable<SignerFact> RemovableBy(TaskFact task, Actor actor) =>
        task.Signers.Where(signer =>
            !signer.State.HasSigned && (signer.State.AddedBy == actor.Id || task.State.Assignee == actor.Id)
        );

    private static ReturnEdge? WayBack(UserTaskState task, Actor actor) =>
        ((UserTask)task.Target).Returns.FirstOrDefault(edge =>
            edge.BySubmitter && task.Task.Scope.CompleterOf(edge.Target) == actor.Id
        );

    private static bool IsCandidate(UserTaskState task, Actor actor) =>
        task.CandidateUsers.Contains(actor.Id) || task.CandidateGroups.Any(actor.IsIn);
}
