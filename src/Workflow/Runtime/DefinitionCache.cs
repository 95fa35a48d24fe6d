using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Approvals.Kernel.Store;
using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Rules;

namespace Approvals.Workflow.Runtime;

/// <summary>
/// Deployed definitions, compiled once. Entries are immutable, so readers on any thread share them; which version is the
/// latest is always asked of the store.
/// </summary>
public sealed class DefinitionCache
{
    private static readonly SqlText Load = new(
        "SELECT process_id, version, resource, xml FROM process_definition WHERE key = ?1"
    );

    private static readonly SqlText LatestKey = new(
        """
        SELECT key FROM process_definition WHERE process_id = ?1 AND (starts IS NULL OR starts <= ?2)
        ORDER BY version DESC LIMIT 1
        """
    );

    private readonly ConcurrentDictionary<long, Deployment> deployments = new();
    private readonly ConditionalWeakTable<Bpmn.Model.ProcessDefinition, object> keys = [];

    /// <summary>The deployment with this key; it must exist.</summary>
    public Deployment Get(SqlSession session, long key) =>
        deployments.TryGetValue(key, out var cached) ? cached : Add(Read(session, key));

    /// <summary>The version that new instances of the process get at an instant, or null when none is deployed.</summary>
    public Deployment? FindLatest(SqlSession session, string processId, DateTimeOffset at) =>
        session.QueryInteger(LatestKey, processId, at) is { } key ? Get(session, key) : null;

    internal void Evict(long key) => deployments.TryRemove(key, out _);

    /// <summary>The key of a deployment that came from here.</summary>
    internal long KeyOf(Bpmn.Model.ProcessDefinition definition) =>
        keys.TryGetValue(definition, out var key) ? (long)key : 0;

    private Deployment Add(Deployment deployment)
    {
        var added = deployments.GetOrAdd(deployment.Key, deployment);
        keys.AddOrUpdate(added.Definition, added.Key);
        return added;
    }

    private static Deployment Read(SqlSession session, long key)
    {
        using var rows = session.Query(Load, key);
        if (!rows.Next())
        {
            throw new InvalidDataException($"There is no process definition {key}.");
        }

        var processId = rows.Text(0);
        var xml = rows.Text(3);
        // It was judged when it was deployed; rules that came later must not strand its instances.
        var reading = BpmnReader.Read(xml, BpmnRules.Running);
        var definition =
            reading.Definitions?.Find(processId)
            ?? throw new InvalidDataException(
                $"The deployed definition {key} of '{processId}' can't be read: {reading.Problems[0].Message}"
            );
        return new Deployment(key, processId, (int)rows.Integer(1), rows.Text(2), xml, definition);
    }
}
