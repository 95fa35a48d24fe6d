namespace Approvals.Workflow.Execution.Events;

/// <summary>The actor has finished the task.</summary>
public sealed record UserTaskCompleted(long Key, string ElementId, string ActorId, string? Outcome) : WorkflowEvent
{
    public override EventKind Kind => EventKind.UserTaskCompleted;
}
