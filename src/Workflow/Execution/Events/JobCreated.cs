using System.Collections.Immutable;

namespace Approvals.Workflow.Execution.Events;

/// <summary>A worker may take the job. An empty type means that the model binds the task to no worker.</summary>
public sealed record JobCreated(
    long Key,
    long ElementInstanceKey,
    string ElementId,
    string Type,
    int Retries,
    ImmutableArray<KeyValuePair<string, string>> Headers
) : WorkflowEvent
{
    public override EventKind Kind => EventKind.JobCreated;
}
