namespace Approvals.Workflow.Execution.Events;

/// <summary>减签: the signer is no longer asked.</summary>
public sealed record SignerRemoved(long Key, long TaskKey, string? UserId, string? Group, string ActorId, string Reason)
    : WorkflowEvent
{
    public override EventKind Kind => EventKind.SignerRemoved;
}
