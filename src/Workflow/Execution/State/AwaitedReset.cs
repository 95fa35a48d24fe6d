using System.Collections.Immutable;

namespace Approvals.Workflow.Execution.State;

/// <summary>A complex gateway that has fired (BPMN §13.4.5, <c>waitingForStart</c> is false), with the flows whose tokens it consumed then.</summary>
public sealed record AwaitedReset(int Gateway, ImmutableArray<int> Consumed);
