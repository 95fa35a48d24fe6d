namespace Approvals.Workflow.Execution.Events;

/// <summary>The element waits until the condition turns true that stands at the place <see cref="Trigger"/> among its triggers.</summary>
public sealed record ConditionSubscriptionOpened(long Key, long ElementInstanceKey, string ElementId, int Trigger)
    : WorkflowEvent
{
    public override EventKind Kind => EventKind.ConditionSubscriptionOpened;
}
