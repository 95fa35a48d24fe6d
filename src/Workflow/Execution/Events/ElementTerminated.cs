namespace Approvals.Workflow.Execution.Events;

/// <summary>The element instance was ended from outside: by a boundary event, a terminate event or cancellation.</summary>
public sealed record ElementTerminated(long Key, string ElementId) : WorkflowEvent
{
    public override EventKind Kind => EventKind.ElementTerminated;
}
