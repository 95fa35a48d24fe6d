namespace Approvals.Workflow.Execution.Events;

/// <summary>The worker has done it.</summary>
public sealed record JobCompleted(long Key) : WorkflowEvent
{
    public override EventKind Kind => EventKind.JobCompleted;
}
