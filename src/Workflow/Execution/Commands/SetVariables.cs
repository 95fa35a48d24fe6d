using System.Collections.Immutable;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Commands;

/// <summary>Sets variables from outside, each where it is defined, else in the process itself.</summary>
public sealed record SetVariables(ImmutableArray<Variable> Variables) : EngineCommand;
