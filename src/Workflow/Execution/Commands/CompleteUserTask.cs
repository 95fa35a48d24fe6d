using System.Collections.Immutable;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Commands;

/// <summary>办结环节: the context's actor finishes the task with one of its declared outcomes.</summary>
public sealed record CompleteUserTask(long Key, string? Outcome, ImmutableArray<Variable> Variables) : EngineCommand;
