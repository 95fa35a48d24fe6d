namespace Approvals.Workflow.Execution.Events;

/// <summary>A signer disagreed with what was submitted: it is void, and the assignee has the task again.</summary>
public sealed record UserTaskReopened(long Key) : WorkflowEvent
{
    public override EventKind Kind => EventKind.UserTaskReopened;
}
