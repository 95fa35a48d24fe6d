using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Kernel.Store.Sqlite;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.Commands;

namespace Approvals.Workflow.Runtime;

/// <summary>
/// Fires what is due: timers, clock reminders and expiries, and instances that stopped at the bound of a step. Each is a
/// turn of its own, found in the tables, so that nothing is lost by a restart; a firing that comes late finds the row gone
/// and is rejected without effect.
/// </summary>
public sealed class DuePump(TurnWriter turns, ProcessRuntime runtime, ReaderPool readers, TimeProvider clock)
{
    private const int Batch = 500;

    private static readonly SqlText DueTimers = new(
        "SELECT key, element FROM timer WHERE due <= ?1 ORDER BY due LIMIT ?2"
    );

    private static readonly SqlText DueReminders = new(
        "SELECT instance, id FROM clock WHERE reminder <= ?1 ORDER BY reminder LIMIT ?2"
    );

    private static readonly SqlText DueExpiries = new(
        "SELECT instance, id FROM clock WHERE expiry <= ?1 ORDER BY expiry LIMIT ?2"
    );

    private static readonly SqlText RemoveContinuation = new("DELETE FROM timer WHERE key = ?1");

    private static readonly SqlText NextDue = new(
        """
        SELECT min(due) FROM (
          SELECT min(due) AS due FROM timer
          UNION ALL SELECT min(reminder) FROM clock WHERE reminder IS NOT NULL
          UNION ALL SELECT min(expiry) FROM clock WHERE expiry IS NOT NULL)
        """
    );

    private static readonly Actor Timer = Actor.System("timer");

    /// <summary>
    /// Fires everything that is due now, until nothing is, and gives the number of firings and the instant of the next.
    /// A firing that throws is reported to <paramref name="failed"/> and stays due; so does one that was rejected, because
    /// somebody else was faster and the next look finds its row gone.
    /// </summary>
    public async Task<(int Fired, DateTimeOffset? Next)> FireDueAsync(
        Action<Exception> failed,
        CancellationToken cancellation
    )
    {
        var fired = 0;
        while (!cancellation.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            var firings = readers.Read(session => ReadDue(session, now));
            var done = 0;
            await Task.WhenAll(firings.Select(FireAsync));
            fired += done;
            if (done == 0)
            {
                break;
            }

            async Task FireAsync(Func<TurnScope, Rejection?> firing)
            {
                try
                {
                    var answer = await turns.RunAsync(
                        new TurnRequest(Timer, scope => firing(scope) is { } rejection ? rejection : TurnAnswer.Done())
                    );
                    if (answer.Rejection is null)
                    {
                        Interlocked.Increment(ref done);
                    }
                }
                catch (Exception failure) when (failure is not OutOfMemoryException)
                {
                    failed(failure);
                }
            }
        }

        var next = readers.Read(session => session.QueryInteger(NextDue));
        return (fired, next is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null);
    }

    private List<Func<TurnScope, Rejection?>> ReadDue(SqlSession session, DateTimeOffset now)
    {
        var firings = new List<Func<TurnScope, Rejection?>>();
        using (var rows = session.Query(DueTimers, now, Batch))
        {
            while (rows.Next())
            {
                var key = rows.Integer(0);
                firings.Add(rows.Text(1).Length == 0 ? scope => Continue(scope, key) : scope => FireTimer(scope, key));
            }
        }

        AddClocks(session, DueReminders, now, ClockTrigger.Reminder, firings);
        AddClocks(session, DueExpiries, now, ClockTrigger.Expiry, firings);
        return firings;
    }

    private void AddClocks(
        SqlSession session,
        SqlText query,
        DateTimeOffset now,
        ClockTrigger trigger,
        List<Func<TurnScope, Rejection?>> firings
    )
    {
        using var rows = session.Query(query, now, Batch);
        while (rows.Next())
        {
            var (instance, id) = (rows.Integer(0), rows.Text(1));
            firings.Add(scope => runtime.Execute(scope, instance, new TriggerClock(id, trigger)));
        }
    }

    private Rejection? FireTimer(TurnScope scope, long key) =>
        runtime.Execute(scope, ProcessRuntime.InstanceOf(key), new TriggerTimer(key));

    private Rejection? Continue(TurnScope scope, long instance)
    {
        scope.Session.Execute(RemoveContinuation, instance);
        return runtime.Execute(scope, instance, new Continue());
    }
}
