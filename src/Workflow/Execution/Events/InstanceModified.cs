namespace Approvals.Workflow.Execution.Events;

/// <summary>An operator repairs the instance; the events after it in the same step are what was done.</summary>
public sealed record InstanceModified(string Reason) : WorkflowEvent
{
    public override EventKind Kind => EventKind.InstanceModified;
}
