using System.Collections.Immutable;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Events;

/// <summary>The element has thrown a signal: it has reached everybody who waits for it in this instance, and whoever runs the instance
/// carries it to all others.</summary>
public sealed record SignalBroadcast(
    long ElementInstanceKey,
    string ElementId,
    string Name,
    ImmutableArray<Variable> Variables
) : WorkflowEvent
{
    public override EventKind Kind => EventKind.SignalBroadcast;
}
