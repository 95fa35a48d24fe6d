using System.Collections.Immutable;
using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Runtime.Messages;

/// <summary>
/// Message correlation. A message goes to one receiver (a message flow has one target): the oldest waiting subscription of its
/// name and key, else a process whose start event waits for it, else it is kept until a subscription fits or its time is over.
/// Publishing and delivering are turns of their own, so that a turn never touches two instances.
/// </summary>
internal sealed class MessageInbox(ProcessRuntime runtime, StartSubscriptions starts)
{
    private static readonly SqlText Insert = new(
        """
        INSERT INTO published_message (key, name, correlation, variables, message_id, published, expires, pending)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1)
        """
    );

    private static readonly SqlText FindRepetition = new(
        "SELECT key FROM published_message WHERE name = ?1 AND coalesce(correlation, '') = coalesce(?2, '') AND message_id = ?3"
    );

    private static readonly SqlText Load = new(
        "SELECT name, correlation, variables, expires FROM published_message WHERE key = ?1"
    );

    private static readonly SqlText Keep = new("UPDATE published_message SET pending = 0 WHERE key = ?1");
    private static readonly SqlText Delete = new("DELETE FROM published_message WHERE key = ?1");

    private static readonly SqlText ByKey = new(
        "SELECT key FROM message_subscription WHERE name = ?1 AND correlation = ?2 AND suspended = 0 ORDER BY key LIMIT 1"
    );

    private static readonly SqlText ByNameAlone = new(
        "SELECT key FROM message_subscription WHERE name = ?1 AND correlation IS NULL AND suspended = 0 ORDER BY key LIMIT 1"
    );

    private static readonly SqlText ByAnyKey = new(
        "SELECT key FROM message_subscription WHERE name = ?1 AND suspended = 0 ORDER BY key LIMIT 1"
    );

    private static readonly SqlText Wake = new(
        """
        UPDATE published_message SET pending = 1
        WHERE name = ?1 AND pending = 0 AND (?2 IS NULL OR correlation IS NULL OR correlation = ?2)
        """
    );

    /// <summary>Keeps the message to be delivered after the commit. Rejections: <c>message.repeated</c>, <c>message.time-to-live</c>.</summary>
    public static Rejection? Publish(TurnScope scope, MessagePublication message)
    {
        if (message.TimeToLive < TimeSpan.Zero || message.TimeToLive > MessagePublication.LongestTimeToLive)
        {
            return Rejection.Of("message.time-to-live");
        }

        if (
            message.MessageId is { } id
            && scope.Session.QueryInteger(FindRepetition, message.Name, message.CorrelationKey, id) is not null
        )
        {
            return Rejection.Of("message.repeated", ("id", id));
        }

        var key = scope.NewKey();
        var variables = MessageVariables.Write(message.Variables);
        MessageJournal.Published(scope, key, message, variables);
        Put(
            scope.Session,
            key,
            message.Name,
            message.CorrelationKey,
            variables,
            message.MessageId,
            scope.Now,
            scope.Now + message.TimeToLive
        );
        return null;
    }

    internal static void Put(
        SqlSession session,
        long key,
        string name,
        string? correlation,
        byte[] variables,
        string? messageId,
        DateTimeOffset published,
        DateTimeOffset expires
    ) => session.Execute(Insert, key, name, correlation, variables, messageId, published, expires);

    internal static void Remove(SqlSession session, long key) => session.Execute(Delete, key);

    /// <summary>Messages that are kept for such a subscription are tried again.</summary>
    public static void Opened(SqlSession sql, string name, string? correlationKey) =>
        sql.Execute(Wake, name, correlationKey);

    /// <summary>Gives the message to its receiver, keeps it, or lets it go when its time is over. A message that is gone does nothing.</summary>
    public void Deliver(TurnScope scope, long key)
    {
        string name;
        string? correlation;
        ImmutableArray<Variable> variables;
        DateTimeOffset expires;
        using (var rows = scope.Session.Query(Load, key))
        {
            if (!rows.Next())
            {
                return;
            }

            (name, correlation, expires) = (rows.Text(0), rows.TextOrNull(1), rows.Instant(3));
            variables = MessageVariables.Read(rows.Blob(2));
        }

        if (Receive(scope, name, correlation, variables) is { } instance)
        {
            MessageJournal.Correlated(scope, key, instance);
            scope.Session.Execute(Delete, key);
        }
        else if (expires <= scope.Now)
        {
            MessageJournal.Expired(scope, key);
            scope.Session.Execute(Delete, key);
        }
        else
        {
            scope.Session.Execute(Keep, key);
        }
    }

    /// <summary>The key of the instance that took it, or null.</summary>
    private long? Receive(TurnScope scope, string name, string? correlation, ImmutableArray<Variable> variables)
    {
        if (FindSubscription(scope.Session, name, correlation) is not { } subscription)
        {
            return starts.StartByMessage(scope, name, variables);
        }

        var instance = ProcessRuntime.InstanceOf(subscription);
        return runtime.Execute(scope, instance, new CorrelateMessage(subscription, variables)) is { } rejection
            ? throw new InvalidOperationException($"Subscription {subscription} of the table: {rejection.Code}.")
            : instance;
    }

    private static long? FindSubscription(SqlSession sql, string name, string? correlation)
    {
        if (correlation is null)
        {
            return sql.QueryInteger(ByAnyKey, name);
        }

        return (sql.QueryInteger(ByKey, name, correlation), sql.QueryInteger(ByNameAlone, name)) switch
        {
            ({ } keyed, { } open) => Math.Min(keyed, open),
            var (keyed, open) => keyed ?? open,
        };
    }
}
