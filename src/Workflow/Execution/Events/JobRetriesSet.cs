namespace Approvals.Workflow.Execution.Events;

/// <summary>The job may be taken again.</summary>
public sealed record JobRetriesSet(long Key, int Retries) : WorkflowEvent
{
    public override EventKind Kind => EventKind.JobRetriesSet;
}
