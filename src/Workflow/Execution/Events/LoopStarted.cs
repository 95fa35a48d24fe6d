using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Events;

/// <summary>The body of an activity that repeats begins its rounds: so many, or -1 while a condition will tell.
/// <see cref="Items"/> is the list with one item a round, or null.</summary>
public sealed record LoopStarted(long Key, int Rounds, FeelValue Items, bool IsParallel) : WorkflowEvent
{
    public override EventKind Kind => EventKind.LoopStarted;
}
