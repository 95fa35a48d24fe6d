using Approvals.Kernel;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Handling;

/// <summary>
/// Who may claim and complete a user task: its assignee; while it has none, the candidates; without any of these only the
/// system itself. Separation of duties (职责分离) comes on top and spares nobody.
/// </summary>
internal static class Authority
{
    public static Rejection? Check(ProcessInstanceState state, UserTaskState task, Actor actor)
    {
        if (task.Assignee is { } assignee)
        {
            if (assignee != actor.Id)
            {
                var mayHave = IsCandidate(task, actor);
                return Rejection.Of(mayHave ? "task.claimed-by-other" : "task.not-yours");
            }
        }
        else if (!IsCandidate(task, actor))
        {
            return Rejection.Of("task.not-yours");
        }

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

    private static bool IsCandidate(UserTaskState task, Actor actor)
    {
        if (task.CandidateGroups.IsEmpty && task.CandidateUsers.IsEmpty)
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
