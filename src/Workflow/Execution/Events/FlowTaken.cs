namespace Approvals.Workflow.Execution.Events;

/// <summary>A token stands on the flow.</summary>
public sealed record FlowTaken(string FlowId, long ScopeKey) : WorkflowEvent
{
    public override EventKind Kind => EventKind.FlowTaken;
}
