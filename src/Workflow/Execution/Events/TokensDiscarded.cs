namespace Approvals.Workflow.Execution.Events;

/// <summary>All tokens standing on flows of the scope are gone, those waiting at joins too.</summary>
public sealed record TokensDiscarded(long ScopeKey) : WorkflowEvent
{
    public override EventKind Kind => EventKind.TokensDiscarded;
}
