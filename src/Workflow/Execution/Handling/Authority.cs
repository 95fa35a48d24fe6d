using Approvals.Kernel;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Handling;

/// <summary>
/// Who may do something with a user task. To have it: its assignee; while it has none, the candidates; without any of these
/// only the system itself. Separation of duties (职责分离) comes on top and spares nobody, and nobody signs a task of their own.
/// </summary>
internal static class Authority
{
    /// <summary>May the actor claim, complete or return the task?</summary>
    public static Rejection? Check(ProcessInstanceState state, UserTaskState task, Actor actor) =>
        CheckHolder(task, actor) ?? CheckSeparation(state, task, actor) ?? CheckNoSigner(task, actor.Id);

    /// <summary>Does the actor have the task? Separation is no matter: whoever may not do it must still be able to pass it on.</summary>
    public static Rejection? CheckHolder(UserTaskState task, Actor actor)
    {
        if (task.Assignee is not { } assignee)
        {
            return IsCandidate(task, actor) ? null : Rejection.Of("task.not-yours");
        }

        if (assignee == actor.Id)
        {
            return null;
        }

        if (task.DelegatedBy == actor.Id)
        {
            return Rejection.Of("task.delegated");
        }

        var mayHave = IsCandidate(task, actor);
        return Rejection.Of(mayHave ? "task.claimed-by-other" : "task.not-yours");
    }

    /// <summary>May somebody else pass the task on to this person?</summary>
    public static Rejection? CheckReceiver(ProcessInstanceState state, UserTaskState task, Actor to) =>
        (HasNoCandidates(task) || IsCandidate(task, to) ? null : Rejection.Of("task.not-eligible"))
        ?? CheckPerson(state, task, to)
        ?? CheckNoSigner(task, to.Id);

    /// <summary>Separation of duties for somebody else than the actor.</summary>
    public static Rejection? CheckPerson(ProcessInstanceState state, UserTaskState task, Actor person) =>
        CheckSeparation(state, task, person) is null ? null : Rejection.Of("task.person-separated");

    public static Rejection? CheckSeparation(ProcessInstanceState state, UserTaskState task, Actor actor)
    {
        var scope = task.Task.Scope;
        foreach (var other in ((UserTask)task.Target).SeparatedFrom)
        {
            if (state.HasCompleted(other, actor.Id, scope.DefinitionKey))
            {
                return Rejection.Of("task.separated", ("element", scope.Definition.Elements[other].Id));
            }
        }

        return null;
    }

    public static Rejection? CheckNoSigner(UserTaskState task, string actorId)
    {
        foreach (var signer in task.Signers)
        {
            if (signer.UserId == actorId || signer.SignedBy == actorId)
            {
                return Rejection.Of("task.is-signer");
            }
        }

        return null;
    }

    public static bool HasNoCandidates(UserTaskState task) =>
        task.CandidateGroups.IsEmpty && task.CandidateUsers.IsEmpty;

    public static bool IsCandidate(UserTaskState task, Actor actor)
    {
        if (HasNoCandidates(task))
        {
            return actor.Id.StartsWith("system:", StringComparison.Ordinal);
        }

        foreach (var user in task.CandidateUsers)
        {
            if (user == actor.Id)
            {
                return true;
            }
        }

        foreach (var group in task.CandidateGroups)
        {
            if (actor.IsIn(group))
            {
                return true;
            }
        }

        return false;
    }
}
