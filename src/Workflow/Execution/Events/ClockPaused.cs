namespace Approvals.Workflow.Execution.Events;

/// <summary>The clock stands from this day on; its reminder and its expiry are off.</summary>
public sealed record ClockPaused(string ClockId, DateOnly Day) : WorkflowEvent
{
    public override EventKind Kind => EventKind.ClockPaused;
}
