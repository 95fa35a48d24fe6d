namespace Approvals.Workflow.Execution.Events;

/// <summary>The limit has ended while the clock ran (超期).</summary>
public sealed record ClockExpired(string ClockId) : WorkflowEvent
{
    public override EventKind Kind => EventKind.ClockExpired;
}
