using Approvals.Kernel.Store;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Runtime;

/// <summary>Gives the rows of the work tables the element ids of the version that their instance has moved to.</summary>
internal static class MigratedRows
{
    private static readonly SqlText Task = new("UPDATE user_task SET element = ?2, definition = ?3 WHERE key = ?1");
    private static readonly SqlText Job = new("UPDATE job SET element = ?2 WHERE key = ?1");
    private static readonly SqlText Timer = new("UPDATE timer SET element = ?2 WHERE key = ?1");
    private static readonly SqlText Message = new("UPDATE message_subscription SET element = ?2 WHERE key = ?1");
    private static readonly SqlText Signal = new("UPDATE signal_subscription SET element = ?2 WHERE key = ?1");
    private static readonly SqlText Incident = new("UPDATE incident SET element = ?2 WHERE key = ?1");

    public static void Write(SqlSession sql, LoadedInstance instance)
    {
        var state = instance.State;
        foreach (var wait in state.Waits.Items)
        {
            if (wait.Owner.Definition != state.Definition)
            {
                continue;
            }

            if (wait is UserTaskState)
            {
                sql.Execute(Task, wait.Key, wait.Target.Id, instance.Deployment.Key);
            }
            else if (TableOf(wait) is { } update)
            {
                sql.Execute(update, wait.Key, wait.Target.Id);
            }
        }

        foreach (var incident in state.Incidents.Items)
        {
            sql.Execute(Incident, incident.Key, incident.ElementId);
        }
    }

    private static SqlText? TableOf(WaitState wait) =>
        wait switch
        {
            JobState => Job,
            TimerState => Timer,
            MessageSubscriptionState => Message,
            SignalSubscriptionState => Signal,
            _ => null,
        };
}
