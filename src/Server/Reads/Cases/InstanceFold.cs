using Approvals.Kernel.Store;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution;
using Approvals.Workflow.Execution.Codecs;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Runtime;

namespace Approvals.Server.Reads.Cases;

/// <summary>One record of a process instance's journal: when, its place in the journal of all, who and what.</summary>
internal readonly record struct InstanceRecord(
    DateTimeOffset At,
    long Position,
    string Actor,
    IReadOnlyList<WorkflowEvent> Events
)
{
    private static readonly SqlText OfInstance = new(
        "SELECT at, position, actor, data FROM journal WHERE stream = ?1 AND type = ?2 ORDER BY version"
    );

    public static InstanceRecord Of(long at, long position, string actor, ReadOnlySpan<byte> data) =>
        new(DateTimeOffset.FromUnixTimeMilliseconds(at), position, actor, EventCodec.Read(data));

    public static List<InstanceRecord> Read(SqlSession session, long instance)
    {
        var records = new List<InstanceRecord>();
        using var rows = session.Query(OfInstance, instance, ProcessRuntime.EventType);
        while (rows.Next())
        {
            records.Add(Of(rows.Integer(0), rows.Integer(1), rows.Text(2), rows.Blob(3)));
        }

        return records;
    }
}

/// <summary>
/// Folds the journal of an instance event by event, for readings that look on. The journal may have begun in another version than
/// the instance is in now, and may name elements of called processes.
/// </summary>
internal sealed class InstanceFold
{
    private readonly IReadOnlyList<InstanceRecord> records;

    /// <param name="definition">Key of the definition that the instance has now.</param>
    public InstanceFold(
        DefinitionCache definitions,
        SqlSession session,
        long definition,
        IReadOnlyList<InstanceRecord> records
    )
    {
        this.records = records;
        var migrated = records.SelectMany(record => record.Events).OfType<InstanceMigrated>().FirstOrDefault();
        State = Apply.Replay(
            definitions.Get(session, migrated?.From ?? definition).Definition,
            [],
            new KnownDefinitions(definitions, session)
        );
    }

    public ProcessInstanceState State { get; }

    /// <summary>Applies every event and then shows it.</summary>
    public void Run(Action<InstanceRecord, WorkflowEvent> note)
    {
        foreach (var record in records)
        {
            foreach (var happened in record.Events)
            {
                Apply.Event(State, happened);
                note(record, happened);
            }
        }
    }

    private sealed class KnownDefinitions(DefinitionCache definitions, SqlSession session) : ICalledProcesses
    {
        public CalledProcess? Find(
            string processId,
            ResourceBinding binding,
            string? versionTag,
            ProcessDefinition caller
        ) => throw new InvalidOperationException("A reading calls no process.");

        public ProcessDefinition Get(long key) => definitions.Get(session, key).Definition;
    }
}
