namespace Approvals.Workflow.Execution.Events;

/// <summary>The reminder day has come.</summary>
public sealed record ClockReminded(string ClockId) : WorkflowEvent
{
    public override EventKind Kind => EventKind.ClockReminded;
}
