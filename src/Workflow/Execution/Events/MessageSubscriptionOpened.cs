namespace Approvals.Workflow.Execution.Events;

/// <summary>The element waits for a message of this name; an absent correlation key means any.</summary>
public sealed record MessageSubscriptionOpened(
    long Key,
    long ElementInstanceKey,
    string ElementId,
    string MessageName,
    string? CorrelationKey
) : WorkflowEvent
{
    public override EventKind Kind => EventKind.MessageSubscriptionOpened;
}
