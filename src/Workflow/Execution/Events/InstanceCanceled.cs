namespace Approvals.Workflow.Execution.Events;

/// <summary>The instance was ended from outside.</summary>
public sealed record InstanceCanceled(string Reason) : WorkflowEvent
{
    public override EventKind Kind => EventKind.InstanceCanceled;
}
