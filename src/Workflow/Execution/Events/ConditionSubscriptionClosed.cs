namespace Approvals.Workflow.Execution.Events;

/// <summary>The element waits no more.</summary>
public sealed record ConditionSubscriptionClosed(long Key) : WorkflowEvent
{
    public override EventKind Kind => EventKind.ConditionSubscriptionClosed;
}
