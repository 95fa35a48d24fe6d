namespace Approvals.Workflow.Execution.Events;

/// <summary>The element waits no more.</summary>
public sealed record SignalSubscriptionClosed(long Key) : WorkflowEvent
{
    public override EventKind Kind => EventKind.SignalSubscriptionClosed;
}
