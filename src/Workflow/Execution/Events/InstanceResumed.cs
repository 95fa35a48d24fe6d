namespace Approvals.Workflow.Execution.Events;

/// <summary>A suspended instance goes on.</summary>
public sealed record InstanceResumed(string Reason) : WorkflowEvent
{
    public override EventKind Kind => EventKind.InstanceResumed;
}
