using System.Collections.Immutable;

namespace Approvals.Workflow.Execution.Events;

/// <summary>A person may take the task. Due and follow-up are instants; priority is 0 to 100, 50 when the model is silent.</summary>
public sealed record UserTaskCreated(
    long Key,
    long ElementInstanceKey,
    string ElementId,
    string? Assignee,
    ImmutableArray<string> CandidateGroups,
    ImmutableArray<string> CandidateUsers,
    DateTimeOffset? DueDate,
    DateTimeOffset? FollowUpDate,
    int Priority,
    string? FormId,
    string? FormKey
) : WorkflowEvent
{
    public override EventKind Kind => EventKind.UserTaskCreated;
}
