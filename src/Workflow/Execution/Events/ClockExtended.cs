using Approvals.Workflow.Execution.Clocks;

namespace Approvals.Workflow.Execution.Events;

/// <summary>The limit has grown to <see cref="LimitDays"/> (延期, 行政许可法 art. 42); its reminder and its expiry are those of the new dates.</summary>
public sealed record ClockExtended(string ClockId, int LimitDays, ClockDates Dates) : WorkflowEvent
{
    public override EventKind Kind => EventKind.ClockExtended;
}
