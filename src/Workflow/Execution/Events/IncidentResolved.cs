namespace Approvals.Workflow.Execution.Events;

/// <summary>The incident is gone: tried again, or its element instance ended.</summary>
public sealed record IncidentResolved(long Key, long ElementInstanceKey) : WorkflowEvent
{
    public override EventKind Kind => EventKind.IncidentResolved;
}
