namespace Approvals.Workflow.Execution.Events;

/// <summary>The worker met a business error with this code. The job may not be taken again unless its retries are set.</summary>
public sealed record JobErrorThrown(long Key, string Code) : WorkflowEvent
{
    public override EventKind Kind => EventKind.JobErrorThrown;
}
