namespace Approvals.Workflow.Execution.Events;

/// <summary>退回: the task ended, and its token goes along the declared edge to an earlier one.</summary>
public sealed record UserTaskReturned(long Key, string ElementId, string ActorId, string TargetElementId, string Reason)
    : WorkflowEvent
{
    public override EventKind Kind => EventKind.UserTaskReturned;
}
