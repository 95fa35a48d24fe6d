namespace Approvals.Workflow.Execution.Events;

/// <summary>The instance exists; <see cref="StartElementId"/> is null when the process starts without a start event.</summary>
public sealed record InstanceStarted(long InstanceKey, string ProcessId, string? StartElementId) : WorkflowEvent
{
    public override EventKind Kind => EventKind.InstanceStarted;
}
