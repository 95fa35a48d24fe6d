namespace Approvals.Workflow.Execution.Events;

/// <summary>What has completed in the scope is compensated, or with <see cref="ElementId"/> only that activity. The element instance
/// <see cref="Thrower"/> waits for the end, 0: nobody does. With <see cref="Cancels"/> the transaction is canceled then.</summary>
public sealed record CompensationStarted(long Key, long ScopeKey, long Thrower, string? ElementId, bool Cancels)
    : WorkflowEvent
{
    public override EventKind Kind => EventKind.CompensationStarted;
}
