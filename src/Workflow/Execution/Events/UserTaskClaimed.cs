namespace Approvals.Workflow.Execution.Events;

/// <summary>签收: the actor is the assignee now.</summary>
public sealed record UserTaskClaimed(long Key, string ActorId) : WorkflowEvent
{
    public override EventKind Kind => EventKind.UserTaskClaimed;
}
