using Approvals.Kernel.Store;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Runtime;

/// <summary>
/// The rows of added signers; part of <see cref="WorkTables"/>. Whose turn it is depends on the others, so the state column of
/// all signers of a task follows the instance as the turn leaves it.
/// </summary>
internal static class SignerTable
{
    private const int Later = 0;
    private const int Asked = 1;
    private const int Agreed = 2;
    private const int Disagreed = 3;

    private static readonly SqlText Add = new(
        """
        INSERT INTO user_task_signer (key, task, instance, owner, ord, candidate, added_by, reason, added, state)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0)
        """
    );

    private static readonly SqlText Remove = new("DELETE FROM user_task_signer WHERE key = ?1");
    private static readonly SqlText Sign = new(
        "UPDATE user_task_signer SET state = ?2, signed_by = ?3, opinion = ?4, signed = ?5 WHERE key = ?1"
    );

    private static readonly SqlText SetState = new("UPDATE user_task_signer SET state = ?2 WHERE key = ?1");
    private static readonly SqlText EndOpen = new(
        "UPDATE user_task_signer SET state = 4 WHERE task = ?1 AND state < 2"
    );

    /// <summary>The state column of a signer of an open task.</summary>
    public static int StateOf(UserTaskState task, SignerState signer) =>
        signer switch
        {
            { HasSigned: true, Agrees: true } => Agreed,
            { HasSigned: true } => Disagreed,
            _ => task.IsTurnOf(signer) ? Asked : Later,
        };

    public static void Write(SqlSession sql, DateTimeOffset at, LoadedInstance instance, WorkflowEvent each)
    {
        switch (each)
        {
            case SignerAdded e:
                sql.Execute(
                    Add,
                    e.Key,
                    e.TaskKey,
                    instance.Key,
                    instance.Owner,
                    (int)e.Order,
                    e.UserId is null ? "g:" + e.Group : "u:" + e.UserId,
                    e.ActorId,
                    e.Reason,
                    at
                );
                Settle(sql, instance, e.TaskKey);
                break;
            case SignerRemoved e:
                sql.Execute(Remove, e.Key);
                Settle(sql, instance, e.TaskKey);
                break;
            case UserTaskSigned e:
                sql.Execute(Sign, e.Key, e.Agrees ? Agreed : Disagreed, e.ActorId, e.Opinion, at);
                Settle(sql, instance, e.TaskKey);
                break;
            case UserTaskSubmitted e:
                Settle(sql, instance, e.Key);
                break;
            case UserTaskReopened e:
                Settle(sql, instance, e.Key);
                break;
            case UserTaskCompleted e:
                sql.Execute(EndOpen, e.Key);
                break;
            case UserTaskReturned e:
                sql.Execute(EndOpen, e.Key);
                break;
            case UserTaskWithdrawn e:
                sql.Execute(EndOpen, e.Key);
                break;
            case UserTaskCanceled e:
                sql.Execute(EndOpen, e.Key);
                break;
        }
    }

    private static void Settle(SqlSession sql, LoadedInstance instance, long key)
    {
        if (instance.State.Waits.TryFind(key, out var wait) && wait is UserTaskState task)
        {
            foreach (var signer in task.Signers)
            {
                sql.Execute(SetState, signer.Key, StateOf(task, signer));
            }
        }
    }
}
