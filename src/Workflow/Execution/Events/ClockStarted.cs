using Approvals.Workflow.Execution.Clocks;

namespace Approvals.Workflow.Execution.Events;

/// <summary>The limit runs: <see cref="StartDay"/> itself does not count (行政许可法 art. 82).</summary>
public sealed record ClockStarted(string ClockId, DateOnly StartDay, int LimitDays, int RemindBefore, ClockDates Dates)
    : WorkflowEvent
{
    public override EventKind Kind => EventKind.ClockStarted;
}
