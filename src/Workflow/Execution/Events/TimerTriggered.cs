namespace Approvals.Workflow.Execution.Events;

/// <summary>The timer has fired and is gone; a repetition is scheduled as a new one.</summary>
public sealed record TimerTriggered(long Key, string ElementId) : WorkflowEvent
{
    public override EventKind Kind => EventKind.TimerTriggered;
}
