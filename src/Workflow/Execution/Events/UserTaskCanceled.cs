namespace Approvals.Workflow.Execution.Events;

/// <summary>Nobody needs to do the task any more.</summary>
public sealed record UserTaskCanceled(long Key) : WorkflowEvent
{
    public override EventKind Kind => EventKind.UserTaskCanceled;
}
