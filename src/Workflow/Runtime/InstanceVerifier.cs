using System.Buffers;
using Approvals.Kernel.Journal;
using Approvals.Kernel.Store;
using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.Codecs;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Runtime;

/// <summary>
/// Refolds process instances from the journal and compares with what stands in the tables: the snapshot byte by byte, and
/// the keys of every open task, signer, job, timer, subscription, incident and clock.
/// </summary>
public sealed class InstanceVerifier(DefinitionCache definitions)
{
    private static readonly SqlText Scopes = new("SELECT key, definition, version, status, data FROM process_scope");
    private static readonly SqlText Tasks = new(
        "SELECT key, assignee, delegated_by FROM user_task WHERE instance = ?1 AND state = 0"
    );
    private static readonly SqlText Signers = new(
        """
        SELECT s.key, s.state FROM user_task_signer s JOIN user_task t ON t.key = s.task AND t.state = 0
        WHERE s.instance = ?1
        """
    );
    private static readonly SqlText Jobs = new("SELECT key, retries FROM job WHERE instance = ?1");
    private static readonly SqlText Timers = new("SELECT key, due FROM timer WHERE instance = ?1 AND element <> ''");
    private static readonly SqlText Subscriptions = new(
        "SELECT key, name FROM message_subscription WHERE instance = ?1"
    );
    private static readonly SqlText Incidents = new("SELECT key, kind FROM incident WHERE instance = ?1");
    private static readonly SqlText Clocks = new(
        "SELECT id, due_day, paused_on, stopped_on FROM clock WHERE instance = ?1"
    );

    /// <summary>One sentence for every difference, and the number of instances compared.</summary>
    public int Verify(SqlSession session, Action<string> different)
    {
        var scopes = new List<(long Key, long Definition, long Version, int Status, byte[] Data)>();
        using (var rows = session.Query(Scopes))
        {
            while (rows.Next())
            {
                scopes.Add(
                    (rows.Integer(0), rows.Integer(1), rows.Integer(2), (int)rows.Integer(3), rows.Blob(4).ToArray())
                );
            }
        }

        foreach (var (key, definition, version, status, data) in scopes)
        {
            Verify(
                session,
                key,
                definition,
                version,
                status,
                data,
                sentence => different($"Instance {key}: {sentence}")
            );
        }

        return scopes.Count;
    }

    private void Verify(
        SqlSession session,
        long key,
        long definition,
        long version,
        int status,
        byte[] data,
        Action<string> different
    )
    {
        var records = JournalReader.ReadStream(session, key).ToList();
        if (records.Count != version)
        {
            different($"the row is at version {version}, the journal has {records.Count} records.");
        }

        ProcessInstanceState state;
        try
        {
            state = InstanceJournal.Replay(definitions, session, definition, Events(records));
        }
        catch (InvalidDataException broken)
        {
            different($"the journal can't be folded: {broken.Message}");
            return;
        }

        if ((int)state.Status != status)
        {
            different($"the row says status {(InstanceStatus)status}, the journal {state.Status}.");
        }

        var bytes = new ArrayBufferWriter<byte>();
        StateCodec.Write(state, bytes);
        if (!bytes.WrittenSpan.SequenceEqual(data))
        {
            different("the stored state is not what the journal gives.");
        }

        var waits = state.IsActive ? state.Waits.Items.ToArray() : [];
        Compare(
            "user tasks",
            Read(session, Tasks, key),
            waits.OfType<UserTaskState>().Select(wait => $"{wait.Key} {wait.Assignee} {wait.DelegatedBy}"),
            different
        );
        Compare(
            "signers",
            Read(session, Signers, key),
            waits
                .OfType<UserTaskState>()
                .SelectMany(task => task.Signers, (task, s) => $"{s.Key} {SignerTable.StateOf(task, s)}"),
            different
        );
        Compare(
            "jobs",
            Read(session, Jobs, key),
            waits.OfType<JobState>().Select(wait => $"{wait.Key} {wait.Retries}"),
            different
        );
        Compare(
            "timers",
            Read(session, Timers, key),
            waits.OfType<TimerState>().Select(wait => $"{wait.Key} {wait.Due.ToUnixTimeMilliseconds()}"),
            different
        );
        Compare(
            "subscriptions",
            Read(session, Subscriptions, key),
            waits.OfType<MessageSubscriptionState>().Select(wait => $"{wait.Key} {wait.MessageName}"),
            different
        );
        Compare(
            "incidents",
            Read(session, Incidents, key),
            state.Incidents.Items.ToArray().Select(incident => $"{incident.Key} {incident.Kind}"),
            different
        );
        Compare("clocks", Read(session, Clocks, key), state.Clocks.OfType<ClockState>().Select(Describe), different);
    }

    private static IEnumerable<WorkflowEvent> Events(List<JournalRecord> records) =>
        records.SelectMany(record => EventCodec.Read(record.Data.Span));

    private static string Describe(ClockState clock)
    {
        var pausedOn = clock.Status == ClockStatus.Paused ? $"{clock.Pauses[^1].From:yyyy-MM-dd}" : "";
        return $"{clock.Id} {clock.Dates.DueDay:yyyy-MM-dd} {pausedOn} {clock.StopDay:yyyy-MM-dd}";
    }

    private static List<string> Read(SqlSession session, SqlText query, long key)
    {
        var found = new List<string>();
        var columns =
            query == Clocks ? 4
            : query == Tasks ? 3
            : 2;
        using var rows = session.Query(query, key);
        while (rows.Next())
        {
            found.Add(string.Join(' ', Enumerable.Range(0, columns).Select(column => rows.TextOrNull(column) ?? "")));
        }

        return found;
    }

    private static void Compare(
        string what,
        List<string> stored,
        IEnumerable<string> expected,
        Action<string> different
    )
    {
        var folded = expected.Order(StringComparer.Ordinal).ToList();
        if (!stored.Order(StringComparer.Ordinal).SequenceEqual(folded, StringComparer.Ordinal))
        {
            different(
                $"the table of {what} holds [{string.Join("; ", stored)}], the journal gives [{string.Join("; ", folded)}]."
            );
        }
    }
}
