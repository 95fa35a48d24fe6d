using System.Collections.Immutable;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Events;

/// <summary>The assignee has finished the task, but signers are still asked; it completes with this when the last has agreed.</summary>
public sealed record UserTaskSubmitted(long Key, string ActorId, string? Outcome, ImmutableArray<Variable> Variables)
    : WorkflowEvent
{
    public override EventKind Kind => EventKind.UserTaskSubmitted;
}
