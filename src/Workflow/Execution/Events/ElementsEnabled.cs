using System.Collections.Immutable;

namespace Approvals.Workflow.Execution.Events;

/// <summary>These elements of the ad-hoc sub-process with this key may begin; in a sequential one the next does when none runs.</summary>
public sealed record ElementsEnabled(long Key, ImmutableArray<string> ElementIds) : WorkflowEvent
{
    public override EventKind Kind => EventKind.ElementsEnabled;
}
