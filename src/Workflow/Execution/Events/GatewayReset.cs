using System.Collections.Immutable;

namespace Approvals.Workflow.Execution.Events;

/// <summary>A complex gateway has consumed the late tokens on the flows, none when none can come any more, and is ready to start anew
/// (BPMN §13.4.5).</summary>
public sealed record GatewayReset(string ElementId, long ScopeKey, ImmutableArray<string> FlowIds) : WorkflowEvent
{
    public override EventKind Kind => EventKind.GatewayReset;
}
