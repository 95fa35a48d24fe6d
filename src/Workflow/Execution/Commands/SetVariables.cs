using System.Collections.Immutable;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Commands;

/// <summary>Sets variables from outside: in the element instance named, else each where it is defined, else in the process.</summary>
public sealed record SetVariables(ImmutableArray<Variable> Variables, long? ElementInstanceKey = null) : EngineCommand;
