using System.Collections.Immutable;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Events;

/// <summary>Variables of a scope: of the instance (its key is the instance key) or of one element instance.</summary>
public sealed record VariablesSet(long ScopeKey, ImmutableArray<Variable> Variables) : WorkflowEvent
{
    public override EventKind Kind => EventKind.VariablesSet;
}
