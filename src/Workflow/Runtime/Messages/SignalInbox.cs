using System.Collections.Immutable;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Runtime.Messages;

/// <summary>
/// Signals between instances (BPMN §10.5.5): a signal goes to everybody who listens at the instant it is thrown, and to every process
/// that it starts; each delivery is a turn of its own. Who begins to listen later doesn't hear it.
/// </summary>
internal sealed class SignalInbox(ProcessRuntime runtime, StartSubscriptions starts)
{
    private static readonly SqlText Listeners = new(
        "SELECT DISTINCT instance FROM signal_subscription WHERE name = ?1 AND instance <> ?2 ORDER BY instance"
    );

    private static readonly SqlText Insert = new(
        "INSERT INTO signal_delivery (key, instance, start, name, variables) VALUES (?1, ?2, ?3, ?4, ?5)"
    );

    private static readonly SqlText Load = new(
        "SELECT instance, start, name, variables FROM signal_delivery WHERE key = ?1"
    );

    private static readonly SqlText Delete = new("DELETE FROM signal_delivery WHERE key = ?1");

    /// <summary>Puts the signal on its way to all but the instance that threw it, which has heard it already; 0 for none.</summary>
    public void Broadcast(TurnScope scope, string name, ImmutableArray<Variable> variables, long thrower)
    {
        var sql = scope.Session;
        var bytes = MessageVariables.Write(variables);
        foreach (var instance in sql.QueryIntegers(Listeners, name, thrower))
        {
            sql.Execute(Insert, scope.NewKey(), instance, 0, name, bytes);
        }

        foreach (var start in starts.FindBySignal(scope, name))
        {
            sql.Execute(Insert, scope.NewKey(), 0, start, name, bytes);
        }
    }

    /// <summary>One delivery. An instance that has ended or listens no more takes no harm.</summary>
    public void Deliver(TurnScope scope, long key)
    {
        long instance;
        long start;
        string name;
        ImmutableArray<Variable> variables;
        using (var rows = scope.Session.Query(Load, key))
        {
            if (!rows.Next())
            {
                return;
            }

            (instance, start, name) = (rows.Integer(0), rows.Integer(1), rows.Text(2));
            variables = MessageVariables.Read(rows.Blob(3));
        }

        if (instance == 0)
        {
            starts.Start(scope, start, variables);
        }
        else
        {
            // A rejection says that the instance is no longer there or doesn't listen any more: there is nobody to tell.
            _ = runtime.Execute(scope, instance, new BroadcastSignal(name, variables));
        }

        scope.Session.Execute(Delete, key);
    }
}
