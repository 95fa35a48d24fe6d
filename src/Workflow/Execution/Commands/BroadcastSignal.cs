using System.Collections.Immutable;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Commands;

/// <summary>A signal from outside reaches everybody in the instance who waits for it.</summary>
public sealed record BroadcastSignal(string Name, ImmutableArray<Variable> Variables) : EngineCommand;
