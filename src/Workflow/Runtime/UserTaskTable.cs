using Approvals.Kernel.Store;
using Approvals.Workflow.Execution.Events;

namespace Approvals.Workflow.Runtime;

/// <summary>The rows of user tasks and of who sees them in a list; part of <see cref="WorkTables"/>.</summary>
internal sealed class UserTaskTable
{
    private const int Completed = 1;
    private const int Canceled = 2;

    /// <summary>The task went back to an earlier step.</summary>
    private const int Returned = 3;

    private static readonly SqlText AddTask = new(
        """
        INSERT INTO user_task (key, instance, owner, definition, element, state, assignee, candidates, priority, due, follow_up,
          form, created)
        VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        """
    );

    private static readonly SqlText AddCandidate = new(
        "INSERT INTO user_task_candidate (candidate, task) VALUES (?1, ?2) ON CONFLICT DO NOTHING"
    );

    private static readonly SqlText RemoveCandidate = new(
        "DELETE FROM user_task_candidate WHERE candidate = ?1 AND task = ?2"
    );

    private static readonly SqlText AssignTask = new(
        "UPDATE user_task SET assignee = ?2, delegated_by = ?3 WHERE key = ?1"
    );

    private static readonly SqlText SubmitTask = new("UPDATE user_task SET submitted = ?2 WHERE key = ?1");
    private static readonly SqlText UrgeTask = new(
        "UPDATE user_task SET urged = ?2, urgings = urgings + 1 WHERE key = ?1"
    );

    private static readonly SqlText EndTask = new(
        "UPDATE user_task SET state = ?2, ended = ?3, ended_by = ?4, outcome = ?5 WHERE key = ?1"
    );

    private static readonly SqlText Candidates = new(
        "SELECT candidates, assignee, delegated_by FROM user_task WHERE key = ?1"
    );

    private static readonly SqlText AddCopy = new(
        """
        INSERT INTO user_task_copy (person, task, owner, copied_by, note, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT DO NOTHING
        """
    );

    private readonly List<string> candidates = [];

    public void Write(SqlSession sql, DateTimeOffset at, LoadedInstance instance, WorkflowEvent each)
    {
        switch (each)
        {
            case UserTaskCreated e:
                Add(sql, at, instance, e);
                break;
            case UserTaskClaimed e:
                Assign(sql, e.Key, e.ActorId, null);
                break;
            case UserTaskUnclaimed e:
                Assign(sql, e.Key, null, null);
                break;
            case UserTaskHandedOver e:
                Assign(sql, e.Key, e.To, null);
                break;
            case UserTaskDelegated e:
                Assign(sql, e.Key, e.To, e.ActorId);
                break;
            case UserTaskDelegationResolved e:
                Assign(sql, e.Key, Read(sql, e.Key).DelegatedBy, null);
                break;
            case UserTaskSubmitted e:
                sql.Execute(SubmitTask, e.Key, at);
                break;
            case UserTaskReopened e:
                sql.Execute(SubmitTask, e.Key, SqlValue.Null);
                break;
            case UserTaskUrged e:
                sql.Execute(UrgeTask, e.Key, at);
                break;
            case UserTaskCopied e:
                foreach (var recipient in e.Recipients)
                {
                    sql.Execute(AddCopy, recipient, e.Key, instance.Owner, e.ActorId, e.Note, at);
                }

                break;
            case UserTaskCompleted e:
                End(sql, e.Key, Completed, at, e.ActorId, e.Outcome);
                break;
            case UserTaskReturned e:
                End(sql, e.Key, Returned, at, e.ActorId, null);
                break;
            case UserTaskWithdrawn e:
                End(sql, e.Key, Returned, at, e.ActorId, null);
                break;
            case UserTaskCanceled e:
                End(sql, e.Key, Canceled, at, null, null);
                break;
        }
    }

    private void Add(SqlSession sql, DateTimeOffset at, LoadedInstance instance, UserTaskCreated task)
    {
        candidates.Clear();
        foreach (var group in task.CandidateGroups)
        {
            candidates.Add("g:" + group);
        }

        foreach (var user in task.CandidateUsers)
        {
            candidates.Add("u:" + user);
        }

        sql.Execute(
            AddTask,
            task.Key,
            instance.Key,
            instance.Owner,
            DefinitionOf(instance, task),
            task.ElementId,
            task.Assignee,
            candidates.Count == 1 ? candidates[0] : string.Join('\n', candidates),
            task.Priority,
            task.DueDate,
            task.FollowUpDate,
            task.FormId ?? task.FormKey,
            at
        );
        foreach (var candidate in candidates)
        {
            sql.Execute(AddCandidate, candidate, task.Key);
        }

        if (task.Assignee is { } assignee)
        {
            sql.Execute(AddCandidate, "a:" + assignee, task.Key);
        }
    }

    private static void Assign(SqlSession sql, long key, string? assignee, string? delegatedBy)
    {
        var (_, before, delegator) = Read(sql, key);
        RemoveHolders(sql, key, before, delegator);
        sql.Execute(AssignTask, key, assignee, delegatedBy);
        if (assignee is not null)
        {
            sql.Execute(AddCandidate, "a:" + assignee, key);
        }

        if (delegatedBy is not null)
        {
            sql.Execute(AddCandidate, "d:" + delegatedBy, key);
        }
    }

    private static void End(SqlSession sql, long key, int state, DateTimeOffset at, string? actor, string? outcome)
    {
        var (all, assignee, delegatedBy) = Read(sql, key);
        foreach (var candidate in all.AsSpan().Split('\n'))
        {
            sql.Execute(RemoveCandidate, all[candidate], key);
        }

        RemoveHolders(sql, key, assignee, delegatedBy);
        sql.Execute(EndTask, key, state, at, actor, outcome);
    }

    private static void RemoveHolders(SqlSession sql, long key, string? assignee, string? delegatedBy)
    {
        if (assignee is not null)
        {
            sql.Execute(RemoveCandidate, "a:" + assignee, key);
        }

        if (delegatedBy is not null)
        {
            sql.Execute(RemoveCandidate, "d:" + delegatedBy, key);
        }
    }

    private static (string Candidates, string? Assignee, string? DelegatedBy) Read(SqlSession sql, long key)
    {
        using var rows = sql.Query(Candidates, key);
        return rows.Next()
            ? (rows.Text(0), rows.TextOrNull(1), rows.TextOrNull(2))
            : throw new InvalidDataException($"The work table has no user task {key}.");
    }

    /// <summary>The called process when the task is one of it; a task that has already ended is nobody's to look up.</summary>
    private static long DefinitionOf(LoadedInstance instance, UserTaskCreated task) =>
        instance.State.Elements.TryFind(task.ElementInstanceKey, out var element)
        && element.Scope.DefinitionKey is var called and not 0
            ? called
            : instance.Deployment.Key;
}
