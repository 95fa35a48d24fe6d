namespace Approvals.Workflow.Execution.Events;

/// <summary>撤回: whoever completed the earlier task took it back; the token goes along the declared edge.</summary>
public sealed record UserTaskWithdrawn(
    long Key,
    string ElementId,
    string ActorId,
    string TargetElementId,
    string? Reason
) : WorkflowEvent
{
    public override EventKind Kind => EventKind.UserTaskWithdrawn;
}
