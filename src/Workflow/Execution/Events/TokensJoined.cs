using System.Collections.Immutable;

namespace Approvals.Workflow.Execution.Events;

/// <summary>An inclusive or complex gateway has consumed one token of each of the flows, which go on as one (BPMN §13.4.3, §13.4.5). A
/// complex gateway with other incoming flows left now waits for the rest.</summary>
public sealed record TokensJoined(string ElementId, long ScopeKey, ImmutableArray<string> FlowIds) : WorkflowEvent
{
    public override EventKind Kind => EventKind.TokensJoined;
}
