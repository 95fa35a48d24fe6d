using System.Buffers;
using Approvals.Kernel.Journal;
using Approvals.Kernel.Journal.Refolding;
using Approvals.Kernel.Store;
using Approvals.Workflow.Execution.Codecs;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Runtime.Refolding;

/// <summary>Process instances, record by record: state, snapshot and work tables, by the code of the runtime.</summary>
internal sealed class InstanceFold(
    DefinitionCache definitions,
    IReadOnlyList<IInstanceFold> domains,
    Func<Refold, JournalRecord, long> ownerOf
)
{
    private static readonly SqlText DefinitionOf = new("SELECT definition FROM process_scope WHERE key = ?1");
    private static readonly SqlText Versions = new(
        """
        SELECT count(*) FROM process_definition other JOIN process_definition own ON own.process_id = other.process_id
        WHERE own.key = ?1
        """
    );

    private readonly Dictionary<long, LoadedInstance> active = [];
    private readonly WorkTables tables = new();
    private readonly ArrayBufferWriter<byte> buffer = new(1024);

    public void Fold(Refold refold, JournalRecord record)
    {
        if (!active.TryGetValue(record.Stream, out var instance))
        {
            active[record.Stream] = instance = Begin(refold, record);
        }

        var events = EventCodec.Read(record.Data.Span);
        foreach (var each in events)
        {
            Apply.Event(instance.State, each);
            if (each is InstanceMigrated migrated)
            {
                instance.Deployment = definitions.Get(refold.Stored, migrated.To);
            }
        }

        instance.Version = record.Version;
        InstanceStates.Write(refold.Folded, record.At, instance, buffer);
        tables.Write(refold.Folded, record.At, instance, events);
        foreach (var domain in domains)
        {
            domain.Observe(refold, record, instance, events);
        }

        if (!instance.State.IsActive)
        {
            active.Remove(record.Stream);
        }
    }

    private LoadedInstance Begin(Refold refold, JournalRecord record)
    {
        if (record.Version != 1)
        {
            throw new InvalidDataException("the instance has ended or never began.");
        }

        // Which version it runs in, its events don't say; in a wrong one they would not fit.
        var definition =
            refold.Stored.QueryInteger(DefinitionOf, record.Stream)
            ?? throw new InvalidDataException("process_scope has no row of the instance.");
        var deployment = definitions.Get(refold.Stored, FirstOf(refold.Stored, record.Stream, definition));
        var state = new ProcessInstanceState(deployment.Definition)
        {
            CalledProcesses = new DeployedProcesses(definitions, refold.Stored, DateTimeOffset.MaxValue),
        };
        return new(record.Stream, deployment, ownerOf(refold, record), record.At, state);
    }

    /// <summary>The row has the version that the instance moved to last.</summary>
    private static long FirstOf(SqlSession stored, long instance, long definition) =>
        stored.QueryInteger(Versions, definition) is null or 1
            ? definition
            : InstanceJournal.Read(stored, instance).OfType<InstanceMigrated>().FirstOrDefault()?.From ?? definition;
}
