using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Kernel.Store.Sqlite;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.Commands;

namespace Approvals.Workflow.Runtime;

/// <summary>
/// Fires what is due: timers, messages and signals on their way, start events, clock reminders and expiries, and instances that stopped at the bound of a step. Each is a
/// turn of its own, found in the tables, so that nothing is lost by a restart; a firing that comes late finds the row gone
/// and is rejected without effect.
/// </summary>
public sealed class DuePump(TurnWriter turns, ProcessRuntime runtime, ReaderPool readers, TimeProvider clock)
{
    private const int Batch = 500;

    private static readonly SqlText DueTimers = new(
        "SELECT key, element FROM timer WHERE due <= ?1 AND suspended = 0 ORDER BY due LIMIT ?2"
    );

    private static readonly SqlText PendingMessages = new(
        "SELECT key FROM published_message WHERE pending = 1 ORDER BY key LIMIT ?1"
    );

    private static readonly SqlText ExpiredMessages = new(
        "SELECT key FROM published_message WHERE expires <= ?1 AND pending = 0 ORDER BY expires LIMIT ?2"
    );

    private static readonly SqlText Signals = new("SELECT key FROM signal_delivery ORDER BY key LIMIT ?1");

    private static readonly SqlText DueStarts = new(
        "SELECT key FROM start_subscription WHERE due <= ?1 ORDER BY due LIMIT ?2"
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
          SELECT min(due) AS due FROM timer WHERE suspended = 0
          UNION ALL SELECT min(due) FROM start_subscription WHERE due IS NOT NULL
          UNION ALL SELECT min(expires) FROM published_message
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

        Add(session.QueryIntegers(PendingMessages, Batch), runtime.DeliverMessage, firings);
        Add(session.QueryIntegers(ExpiredMessages, now, Batch), runtime.DeliverMessage, firings);
        Add(session.QueryIntegers(Signals, Batch), runtime.DeliverSignal, firings);
        Add(session.QueryIntegers(DueStarts, now, Batch), runtime.FireStart, firings);
        AddClocks(session, DueReminders, now, ClockTrigger.Reminder, firings);
        AddClocks(session, DueExpiries, now, ClockTrigger.Expiry, firings);
        return firings;
    }

    private static void Add(List<long> keys, Action<TurnScope, long> act, List<Func<TurnScope, Rejection?>> firings)
    {
        foreach (var key in keys)
        {
            firings.Add(scope =>
            {
                act(scope, key);
                return null;
            });
        }
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
