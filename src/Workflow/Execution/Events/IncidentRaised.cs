using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Events;

/// <summary>The element instance can't go on until someone removes the cause and resolves the incident.
/// <see cref="Resolution"/> says how; the element goes on at <see cref="RetryAt"/>.</summary>
public sealed record IncidentRaised(
    long Key,
    long ElementInstanceKey,
    string ElementId,
    IncidentKind IncidentKind,
    string Message,
    string Resolution,
    ElementPhase RetryAt
) : WorkflowEvent
{
    public override EventKind Kind => EventKind.IncidentRaised;
}
