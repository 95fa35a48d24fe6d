namespace Approvals.Workflow.Execution.Events;

/// <summary>转办: the task is <paramref name="To"/>'s.</summary>
public sealed record UserTaskHandedOver(long Key, string ActorId, string To, string Reason) : WorkflowEvent
{
    public override EventKind Kind => EventKind.UserTaskHandedOver;
}
