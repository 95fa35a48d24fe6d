using System.Collections.Immutable;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Events;

/// <summary>The element has thrown a message: whoever runs the instance delivers it. Without a correlation key it is met by name.</summary>
public sealed record MessageThrown(
    long ElementInstanceKey,
    string ElementId,
    string Name,
    string? CorrelationKey,
    ImmutableArray<Variable> Variables
) : WorkflowEvent
{
    public override EventKind Kind => EventKind.MessageThrown;
}
