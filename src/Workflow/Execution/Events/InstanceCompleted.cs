namespace Approvals.Workflow.Execution.Events;

/// <summary>Nothing is left to do; <see cref="Terminated"/> when a terminate end event ended it (BPMN §13.5.6).</summary>
public sealed record InstanceCompleted(bool Terminated) : WorkflowEvent
{
    public override EventKind Kind => EventKind.InstanceCompleted;
}
