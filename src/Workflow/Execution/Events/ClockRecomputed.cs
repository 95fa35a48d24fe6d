using Approvals.Workflow.Execution.Clocks;

namespace Approvals.Workflow.Execution.Events;

/// <summary>The dates follow from another calendar.</summary>
public sealed record ClockRecomputed(string ClockId, ClockDates Dates) : WorkflowEvent
{
    public override EventKind Kind => EventKind.ClockRecomputed;
}
