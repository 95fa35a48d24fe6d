namespace Approvals.Workflow.Execution.Events;

/// <summary>The condition has turned true. The subscription of a non-interrupting event stays open.</summary>
public sealed record ConditionTriggered(long Key, string ElementId) : WorkflowEvent
{
    public override EventKind Kind => EventKind.ConditionTriggered;
}
