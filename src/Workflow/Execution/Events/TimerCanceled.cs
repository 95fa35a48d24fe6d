namespace Approvals.Workflow.Execution.Events;

/// <summary>The timer is not needed any more.</summary>
public sealed record TimerCanceled(long Key) : WorkflowEvent
{
    public override EventKind Kind => EventKind.TimerCanceled;
}
