using System.Collections.Immutable;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Commands;

/// <summary>
/// An operator's repair of one instance: elements are entered and element instances ended, all or nothing. Entering comes first, so
/// that no scope ends in between; a scope that is left with nothing inside is ended, and with the last one the instance is.
/// </summary>
public sealed record ModifyInstance(
    ImmutableArray<ActivateElement> Activate,
    ImmutableArray<long> Terminate,
    string Reason
) : EngineCommand;

/// <param name="ElementId">Of the process itself or of a sub-process: no boundary event, no start of an event sub-process.</param>
/// <param name="ScopeKey">The element instance around it, where there are several; sub-processes around it that don't run are opened.</param>
/// <param name="Variables">Set in the scope around it.</param>
public sealed record ActivateElement(string ElementId, long? ScopeKey, ImmutableArray<Variable> Variables);
