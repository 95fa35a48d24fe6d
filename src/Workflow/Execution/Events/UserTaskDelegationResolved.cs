namespace Approvals.Workflow.Execution.Events;

/// <summary>The task is back with who delegated it: given back by the delegate, or (收回) taken back by the
/// delegator.</summary>
public sealed record UserTaskDelegationResolved(long Key, string ActorId, string Delegate, string? Opinion)
    : WorkflowEvent
{
    public override EventKind Kind => EventKind.UserTaskDelegationResolved;
}
