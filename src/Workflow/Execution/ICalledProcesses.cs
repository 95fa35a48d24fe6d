using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Execution;

/// <summary>A process that a call activity reaches.</summary>
/// <param name="Key">Names the definition for ever, in journals and snapshots; more than 0.</param>
public sealed record CalledProcess(long Key, ProcessDefinition Definition);

/// <summary>The deployed processes, as call activities (BPMN §10.3.6) see them.</summary>
public interface ICalledProcesses
{
    /// <summary>
    /// The process with the id: the latest version, the one deployed together with <paramref name="caller"/>, or the latest with the
    /// version tag. Null when there is none.
    /// </summary>
    CalledProcess? Find(string processId, ResourceBinding binding, string? versionTag, ProcessDefinition caller);

    /// <summary>The definition that <see cref="Find"/> gave with this key.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    ProcessDefinition Get(long key);
}
