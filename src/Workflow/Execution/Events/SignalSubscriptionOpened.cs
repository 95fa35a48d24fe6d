namespace Approvals.Workflow.Execution.Events;

/// <summary>The element waits for a signal of this name.</summary>
public sealed record SignalSubscriptionOpened(long Key, long ElementInstanceKey, string ElementId, string SignalName)
    : WorkflowEvent
{
    public override EventKind Kind => EventKind.SignalSubscriptionOpened;
}
