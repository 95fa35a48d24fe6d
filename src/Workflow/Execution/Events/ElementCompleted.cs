namespace Approvals.Workflow.Execution.Events;

/// <summary>The element instance is done and gone.</summary>
public sealed record ElementCompleted(long Key, string ElementId) : WorkflowEvent
{
    public override EventKind Kind => EventKind.ElementCompleted;
}
