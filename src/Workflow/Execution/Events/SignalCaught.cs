namespace Approvals.Workflow.Execution.Events;

/// <summary>A signal has arrived. The subscription of a non-interrupting event stays open.</summary>
public sealed record SignalCaught(long Key, string ElementId) : WorkflowEvent
{
    public override EventKind Kind => EventKind.SignalCaught;
}
