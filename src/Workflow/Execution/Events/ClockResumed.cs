using Approvals.Workflow.Execution.Clocks;

namespace Approvals.Workflow.Execution.Events;

/// <summary>The clock runs again after this day, which is the last that does not count; the dates are new.</summary>
public sealed record ClockResumed(string ClockId, DateOnly Day, ClockDates Dates) : WorkflowEvent
{
    public override EventKind Kind => EventKind.ClockResumed;
}
