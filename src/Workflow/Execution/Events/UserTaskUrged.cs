namespace Approvals.Workflow.Execution.Events;

/// <summary>催办. <paramref name="Day"/> is the working day that it counts for: on a day off, the next one.</summary>
public sealed record UserTaskUrged(long Key, string ActorId, DateOnly Day, string? Note) : WorkflowEvent
{
    public override EventKind Kind => EventKind.UserTaskUrged;
}
