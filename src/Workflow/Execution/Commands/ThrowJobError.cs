using System.Collections.Immutable;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Commands;

/// <summary>
/// A worker has met a business error (BPMN error) in its job: whoever catches the code goes on with the variables. Caught by nobody it
/// becomes an incident of the task.
/// </summary>
public sealed record ThrowJobError(long Key, string Code, ImmutableArray<Variable> Variables) : EngineCommand;
