using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Events;

/// <summary>A round of the body or ad-hoc sub-process with this key has ended with this result, null for none. After the last no
/// further round begins.</summary>
public sealed record RoundEnded(long Key, int Round, FeelValue Result, bool IsLast) : WorkflowEvent
{
    public override EventKind Kind => EventKind.RoundEnded;
}
