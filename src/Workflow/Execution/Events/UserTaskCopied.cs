using System.Collections.Immutable;

namespace Approvals.Workflow.Execution.Events;

/// <summary>抄送: people who may read along since now.</summary>
public sealed record UserTaskCopied(long Key, string ActorId, ImmutableArray<string> Recipients, string? Note)
    : WorkflowEvent
{
    public override EventKind Kind => EventKind.UserTaskCopied;
}
