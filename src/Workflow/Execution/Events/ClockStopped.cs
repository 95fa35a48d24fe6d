namespace Approvals.Workflow.Execution.Events;

/// <summary>The matter is decided, or the instance has ended.</summary>
public sealed record ClockStopped(string ClockId, DateOnly Day) : WorkflowEvent
{
    public override EventKind Kind => EventKind.ClockStopped;
}
