using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution;

namespace Approvals.Workflow.Simulation;

/// <summary>The processes of one file, deployed together and called among each other; their keys count from 1.</summary>
public sealed class FileProcesses(Definitions definitions) : ICalledProcesses
{
    public CalledProcess? Find(string processId, ResourceBinding binding, string? versionTag, ProcessDefinition caller)
    {
        for (var i = 0; i < definitions.Processes.Length; i++)
        {
            var process = definitions.Processes[i];
            if (process.Id == processId && (binding != ResourceBinding.VersionTag || process.VersionTag == versionTag))
            {
                return new(i + 1, process);
            }
        }

        return null;
    }

    public ProcessDefinition Get(long key) =>
        key >= 1 && key <= definitions.Processes.Length
            ? definitions.Processes[(int)key - 1]
            : throw new InvalidDataException($"The file has no process {key}.");
}
