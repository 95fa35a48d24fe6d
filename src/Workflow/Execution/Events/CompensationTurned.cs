namespace Approvals.Workflow.Execution.Events;

/// <summary>The compensation has come to this completed activity: the element activated next compensates it.</summary>
public sealed record CompensationTurned(long Key, long ScopeKey, long Activity) : WorkflowEvent
{
    public override EventKind Kind => EventKind.CompensationTurned;
}
