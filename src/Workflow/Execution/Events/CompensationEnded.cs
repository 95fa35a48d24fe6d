namespace Approvals.Workflow.Execution.Events;

/// <summary>Everything is compensated.</summary>
public sealed record CompensationEnded(long Key, long ScopeKey) : WorkflowEvent
{
    public override EventKind Kind => EventKind.CompensationEnded;
}
