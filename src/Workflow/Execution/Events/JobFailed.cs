namespace Approvals.Workflow.Execution.Events;

/// <summary>The worker failed; the job may be taken again at <see cref="RetryAt"/>, or at once when null, if retries are left.</summary>
public sealed record JobFailed(long Key, string Message, int RetriesLeft, DateTimeOffset? RetryAt) : WorkflowEvent
{
    public override EventKind Kind => EventKind.JobFailed;
}
