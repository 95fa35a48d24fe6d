using System.Collections.Immutable;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary>The processes of one BPMN file (BPMN §8.1), ready to run.</summary>
public sealed class Definitions
{
    public required string? Id { get; init; }
    public required string? Name { get; init; }

    /// <summary>In the order of the file; a global task is a process of that one task.</summary>
    public required ImmutableArray<ProcessDefinition> Processes { get; init; }

    public ProcessDefinition? Find(string processId)
    {
        foreach (var process in Processes)
        {
            if (process.Id == processId)
            {
                return process;
            }
        }

        return null;
    }
}
