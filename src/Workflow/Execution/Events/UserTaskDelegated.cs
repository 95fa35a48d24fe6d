namespace Approvals.Workflow.Execution.Events;

/// <summary>委托办理: <paramref name="To"/> works on the task for the actor, to whom it comes back.</summary>
public sealed record UserTaskDelegated(long Key, string ActorId, string To, string Reason) : WorkflowEvent
{
    public override EventKind Kind => EventKind.UserTaskDelegated;
}
