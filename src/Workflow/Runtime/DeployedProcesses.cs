using Approvals.Kernel.Store;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution;

namespace Approvals.Workflow.Runtime;

/// <summary>The deployed processes at an instant, within a turn or a reading, for call activities; the key is that of the deployment.</summary>
internal sealed class DeployedProcesses(DefinitionCache cache, SqlSession session, DateTimeOffset at) : ICalledProcesses
{
    private static readonly SqlText Tagged = new(
        "SELECT key FROM process_definition WHERE process_id = ?1 AND version_tag = ?2 ORDER BY version DESC LIMIT 1"
    );

    private static readonly SqlText Together = new(
        """
        SELECT other.key FROM process_definition other JOIN process_definition caller ON caller.key = ?2
        WHERE other.process_id = ?1 AND other.digest = caller.digest AND other.at = caller.at
          AND other.resource = caller.resource
        ORDER BY abs(other.key - caller.key) LIMIT 1
        """
    );

    public CalledProcess? Find(string processId, ResourceBinding binding, string? versionTag, ProcessDefinition caller)
    {
        var deployment = binding switch
        {
            ResourceBinding.VersionTag => Get(session.QueryInteger(Tagged, processId, versionTag)),
            ResourceBinding.Deployment => Get(session.QueryInteger(Together, processId, cache.KeyOf(caller))),
            _ => cache.FindLatest(session, processId, at),
        };
        return deployment is null ? null : new(deployment.Key, deployment.Definition);
    }

    public ProcessDefinition Get(long key) => cache.Get(session, key).Definition;

    private Deployment? Get(long? key) => key is { } found ? cache.Get(session, found) : null;
}
