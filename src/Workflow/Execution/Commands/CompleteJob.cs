using System.Collections.Immutable;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Commands;

/// <summary>A worker has done the job.</summary>
public sealed record CompleteJob(long Key, ImmutableArray<Variable> Variables) : EngineCommand;
