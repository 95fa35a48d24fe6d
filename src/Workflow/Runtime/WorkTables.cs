using System.Text.Json;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Store;
using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Runtime.Messages;

namespace Approvals.Workflow.Runtime;

/// <summary>The rows that lists, workers and pumps read, written from the events of a turn; a function of the journal.</summary>
internal sealed class WorkTables
{
    private static readonly SqlText AddJob = new(
        """
        INSERT INTO job (key, instance, owner, element, type, headers, retries, due)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """
    );

    private static readonly SqlText RemoveJob = new("DELETE FROM job WHERE key = ?1");
    private static readonly SqlText RetryJob = new("UPDATE job SET retries = ?2, due = ?3 WHERE key = ?1");
    private static readonly SqlText AddTimer = new(
        "INSERT INTO timer (key, instance, element, due) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (key) DO NOTHING"
    );

    private static readonly SqlText RemoveTimer = new("DELETE FROM timer WHERE key = ?1");
    private static readonly SqlText AddSubscription = new(
        "INSERT INTO message_subscription (key, instance, element, name, correlation) VALUES (?1, ?2, ?3, ?4, ?5)"
    );

    private static readonly SqlText AddSignal = new(
        "INSERT INTO signal_subscription (key, instance, element, name) VALUES (?1, ?2, ?3, ?4)"
    );

    private static readonly SqlText RemoveSignal = new("DELETE FROM signal_subscription WHERE key = ?1");
    private static readonly SqlText RemoveSubscription = new("DELETE FROM message_subscription WHERE key = ?1");
    private static readonly SqlText HoldTimers = new("UPDATE timer SET suspended = ?3 WHERE key BETWEEN ?1 AND ?2");
    private static readonly SqlText HoldJobs = new("UPDATE job SET suspended = ?3 WHERE key BETWEEN ?1 AND ?2");
    private static readonly SqlText HoldSubscriptions = new(
        "UPDATE message_subscription SET suspended = ?3 WHERE key BETWEEN ?1 AND ?2"
    );

    private static readonly SqlText AddIncident = new(
        """
        INSERT INTO incident (key, instance, owner, element, kind, message, resolution, raised)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """
    );

    private static readonly SqlText RemoveIncident = new("DELETE FROM incident WHERE key = ?1");
    private static readonly SqlText PutClock = new(
        """
        INSERT INTO clock (instance, id, owner, name, limit_days, start_day, due_day, due, calendar, provisional,
          paused_on, stopped_on, reminder, expiry)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
        ON CONFLICT (instance, id) DO UPDATE SET limit_days = ?5, due_day = ?7, due = ?8, calendar = ?9, provisional = ?10,
          paused_on = ?11, stopped_on = ?12, reminder = ?13, expiry = ?14
        """
    );

    private readonly UserTaskTable tasks = new();

    public void Write(SqlSession sql, DateTimeOffset at, LoadedInstance instance, IReadOnlyList<WorkflowEvent> events)
    {
        var clocksChanged = false;
        var (resumed, migrated) = (false, false);
        foreach (var each in events)
        {
            switch (each.Kind)
            {
                case >= EventKind.JobCreated and <= EventKind.JobCanceled:
                    WriteJob(sql, at, instance, each);
                    break;
                case >= EventKind.UserTaskCreated and <= EventKind.UserTaskCanceled:
                    tasks.Write(sql, at, instance, each);
                    SignerTable.Write(sql, at, instance, each);
                    break;
                case >= EventKind.TimerScheduled and <= EventKind.SignalSubscriptionClosed:
                    WriteWait(sql, instance, each);
                    break;
                case EventKind.IncidentRaised or EventKind.IncidentResolved:
                    WriteIncident(sql, at, instance, each);
                    break;
                case EventKind.InstanceResumed:
                    resumed = true;
                    break;
                case EventKind.InstanceMigrated:
                    migrated = true;
                    break;
                case >= EventKind.ClockStarted and <= EventKind.ClockStopped:
                    clocksChanged = true;
                    break;
            }
        }

        if (clocksChanged)
        {
            WriteClocks(sql, instance);
        }

        if (migrated)
        {
            MigratedRows.Write(sql, instance);
        }

        if (instance.State.IsSuspended || resumed)
        {
            Hold(sql, instance);
        }

        if (instance.State.CanMove)
        {
            sql.Execute(AddTimer, instance.Key, instance.Key, "", at);
        }
    }

    /// <summary>What a suspended instance waits for is held back; what was held comes when it goes on.</summary>
    private static void Hold(SqlSession sql, LoadedInstance instance)
    {
        var suspended = instance.State.IsSuspended ? 1 : 0;
        var last = instance.Key + ProcessInstanceState.KeysPerInstance - 1;
        sql.Execute(HoldTimers, instance.Key, last, suspended);
        sql.Execute(HoldJobs, instance.Key, last, suspended);
        sql.Execute(HoldSubscriptions, instance.Key, last, suspended);
        foreach (var wait in instance.State.Waits.Items)
        {
            if (suspended == 0 && wait is MessageSubscriptionState subscription)
            {
                MessageInbox.Opened(sql, subscription.MessageName, subscription.CorrelationKey);
            }
        }
    }

    /// <summary>The instant at which a clock's next trigger fires, null while it is off.</summary>
    public static (DateTimeOffset? Reminder, DateTimeOffset? Expiry) Triggers(ClockState clock)
    {
        if (clock.Status != ClockStatus.Running)
        {
            return (null, null);
        }

        DateTimeOffset? reminder =
            clock.Dates.ReminderDay is { } day && !clock.IsReminded ? CivilTime.StartOf(day) : null;
        return (reminder, clock.IsExpired ? null : clock.Dates.Due);
    }

    private static void WriteJob(SqlSession sql, DateTimeOffset at, LoadedInstance instance, WorkflowEvent each)
    {
        switch (each)
        {
            case JobCreated e:
                var headers = e.Headers.IsEmpty ? "{}" : JsonSerializer.Serialize(e.Headers.ToDictionary());
                sql.Execute(AddJob, e.Key, instance.Key, instance.Owner, e.ElementId, e.Type, headers, e.Retries, at);
                break;
            case JobCompleted e:
                sql.Execute(RemoveJob, e.Key);
                break;
            case JobCanceled e:
                sql.Execute(RemoveJob, e.Key);
                break;
            case JobFailed e:
                sql.Execute(RetryJob, e.Key, e.RetriesLeft, e.RetryAt ?? at);
                break;
            case JobErrorThrown e:
                sql.Execute(RetryJob, e.Key, 0, at);
                break;
            case JobRetriesSet e:
                sql.Execute(RetryJob, e.Key, e.Retries, at);
                break;
        }
    }

    private static void WriteWait(SqlSession sql, LoadedInstance instance, WorkflowEvent each)
    {
        switch (each)
        {
            case TimerScheduled e:
                sql.Execute(AddTimer, e.Key, instance.Key, e.ElementId, e.Due);
                break;
            case TimerTriggered e:
                sql.Execute(RemoveTimer, e.Key);
                break;
            case TimerCanceled e:
                sql.Execute(RemoveTimer, e.Key);
                break;
            case MessageSubscriptionOpened e:
                sql.Execute(AddSubscription, e.Key, instance.Key, e.ElementId, e.MessageName, e.CorrelationKey);
                MessageInbox.Opened(sql, e.MessageName, e.CorrelationKey);
                break;
            case MessageSubscriptionClosed e:
                sql.Execute(RemoveSubscription, e.Key);
                break;
            case SignalSubscriptionOpened e:
                sql.Execute(AddSignal, e.Key, instance.Key, e.ElementId, e.SignalName);
                break;
            case SignalSubscriptionClosed e:
                sql.Execute(RemoveSignal, e.Key);
                break;
        }
    }

    private static void WriteIncident(SqlSession sql, DateTimeOffset at, LoadedInstance instance, WorkflowEvent each)
    {
        switch (each)
        {
            case IncidentRaised e:
                sql.Execute(
                    AddIncident,
                    e.Key,
                    instance.Key,
                    instance.Owner,
                    e.ElementId,
                    e.IncidentKind.ToString(),
                    e.Message,
                    e.Resolution,
                    at
                );
                break;
            case IncidentResolved e:
                sql.Execute(RemoveIncident, e.Key);
                break;
        }
    }

    private static void WriteClocks(SqlSession sql, LoadedInstance instance)
    {
        var definitions = instance.Deployment.Definition.Clocks;
        for (var i = 0; i < instance.State.Clocks.Length; i++)
        {
            if (instance.State.Clocks[i] is not { } clock)
            {
                continue;
            }

            var (reminder, expiry) = Triggers(clock);
            var pausedOn = clock.Status == ClockStatus.Paused ? clock.Pauses[^1].From : (DateOnly?)null;
            sql.Execute(
                PutClock,
                instance.Key,
                clock.Id,
                instance.Owner,
                definitions[i].Name ?? clock.Id,
                clock.LimitDays,
                clock.StartDay,
                clock.Dates.DueDay,
                clock.Dates.Due,
                clock.Dates.CalendarVersion,
                clock.Dates.IsProvisional,
                pausedOn,
                clock.StopDay,
                reminder,
                expiry
            );
        }
    }
}
