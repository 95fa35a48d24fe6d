namespace Approvals.Workflow.Execution.Events;

/// <summary>Nobody needs the job any more.</summary>
public sealed record JobCanceled(long Key) : WorkflowEvent
{
    public override EventKind Kind => EventKind.JobCanceled;
}
