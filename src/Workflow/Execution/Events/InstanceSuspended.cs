namespace Approvals.Workflow.Execution.Events;

/// <summary>Nothing moves in the instance until it is resumed.</summary>
public sealed record InstanceSuspended(string Reason) : WorkflowEvent
{
    public override EventKind Kind => EventKind.InstanceSuspended;
}
