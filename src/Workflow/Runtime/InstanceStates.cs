using System.Buffers;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Execution.Codecs;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Runtime;

/// <summary>An instance in a turn: its state and what the store knows beside it.</summary>
public sealed class LoadedInstance(
    long key,
    Deployment deployment,
    long owner,
    DateTimeOffset started,
    ProcessInstanceState state
)
{
    public long Key { get; } = key;

    /// <summary>The version that it runs in now.</summary>
    public Deployment Deployment { get; internal set; } = deployment;

    /// <summary>The domain stream it belongs to, 0 for none.</summary>
    public long Owner { get; } = owner;

    public DateTimeOffset Started { get; } = started;

    public ProcessInstanceState State { get; } = state;

    /// <summary>The last version of the instance's stream; 0 before its first record.</summary>
    public long Version { get; internal set; }
}

/// <summary>
/// Loads and saves the state rows. Recently used instances stay in memory, for the writer's thread only; whatever a turn
/// touched is dropped when the turn or its group did not happen.
/// </summary>
internal sealed class InstanceStates(DefinitionCache definitions)
{
    private const int MostInMemory = 20_000;

    private static readonly SqlText Load = new(
        "SELECT definition, owner, version, started, data FROM process_scope WHERE key = ?1"
    );

    private static readonly SqlText Insert = new(
        """
        INSERT INTO process_scope (key, definition, owner, version, status, started, ended, data)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """
    );

    private static readonly SqlText Update = new(
        "UPDATE process_scope SET version = ?2, status = ?3, ended = ?4, data = ?5, definition = ?6 WHERE key = ?1"
    );

    private readonly Dictionary<long, LoadedInstance> memory = [];
    private readonly ArrayBufferWriter<byte> buffer = new(1024);

    public LoadedInstance? Find(TurnScope scope, long key)
    {
        if (!memory.TryGetValue(key, out var instance))
        {
            instance = Read(definitions, scope.Session, key);
            if (instance is null)
            {
                return null;
            }

            Remember(instance);
        }

        scope.OnRollback(() => memory.Remove(key));
        return instance;
    }

    public void Add(TurnScope scope, LoadedInstance instance)
    {
        Remember(instance);
        scope.OnRollback(() => memory.Remove(instance.Key));
    }

    public void Drop(long key) => memory.Remove(key);

    public void Save(TurnScope scope, LoadedInstance instance)
    {
        Write(scope.Session, scope.Now, instance, buffer);
        if (!instance.State.IsActive)
        {
            Drop(instance.Key);
        }
    }

    /// <summary>The row as the instance stands after its last record, of the instant <paramref name="at"/>.</summary>
    public static void Write(
        SqlSession session,
        DateTimeOffset at,
        LoadedInstance instance,
        ArrayBufferWriter<byte> buffer
    )
    {
        buffer.ResetWrittenCount();
        StateCodec.Write(instance.State, buffer);
        var data = SqlBytes(buffer);
        var ended = instance.State.IsActive ? (DateTimeOffset?)null : at;
        var status = (int)instance.State.Status;
        if (instance.Version == 1)
        {
            session.Execute(
                Insert,
                instance.Key,
                instance.Deployment.Key,
                instance.Owner,
                instance.Version,
                status,
                instance.Started,
                ended,
                data
            );
        }
        else
        {
            session.Execute(Update, instance.Key, instance.Version, status, ended, data, instance.Deployment.Key);
        }
    }

    internal static SqlValue SqlBytes(ArrayBufferWriter<byte> buffer) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(buffer.WrittenMemory, out var bytes)
            ? SqlValue.Bytes(bytes.Array!, bytes.Offset, bytes.Count)
            : buffer.WrittenSpan.ToArray();

    /// <summary>An instance as its row has it; null when there is none.</summary>
    public static LoadedInstance? Read(DefinitionCache definitions, SqlSession session, long key)
    {
        long definition;
        long owner;
        long version;
        DateTimeOffset started;
        byte[] data;
        using (var rows = session.Query(Load, key))
        {
            if (!rows.Next())
            {
                return null;
            }

            (definition, owner, version, started) = (
                rows.Integer(0),
                rows.Integer(1),
                rows.Integer(2),
                rows.Instant(3)
            );
            data = rows.Blob(4).ToArray();
        }

        var deployment = definitions.Get(session, definition);
        // A snapshot of an older format is a function of the journal like any other.
        var state = StateCodec.IsCurrent(data)
            ? StateCodec.Read(data, deployment.Definition, new DeployedProcesses(definitions, session, started))
            : InstanceJournal.Replay(definitions, session, definition, InstanceJournal.Read(session, key));
        return new LoadedInstance(key, deployment, owner, started, state) { Version = version };
    }

    private void Remember(LoadedInstance instance)
    {
        if (memory.Count >= MostInMemory)
        {
            memory.Clear();
        }

        memory[instance.Key] = instance;
    }
}
