namespace Approvals.Workflow.Execution.Events;

/// <summary>The signer <paramref name="Key"/> of the task has given an opinion.</summary>
public sealed record UserTaskSigned(long Key, long TaskKey, string ActorId, bool Agrees, string? Opinion)
    : WorkflowEvent
{
    public override EventKind Kind => EventKind.UserTaskSigned;
}
