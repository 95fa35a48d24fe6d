namespace Approvals.Workflow.Execution.Events;

/// <summary>The task has no assignee again.</summary>
public sealed record UserTaskUnclaimed(long Key, string ActorId) : WorkflowEvent
{
    public override EventKind Kind => EventKind.UserTaskUnclaimed;
}
