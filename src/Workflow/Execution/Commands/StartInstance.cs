using System.Collections.Immutable;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Commands;

/// <summary>Begins the instance in a fresh state. The key is a multiple of 2^24 (<see cref="ProcessInstanceState.KeysPerInstance"/>);
/// the start element is a none start event and may be left out when the process has only one.</summary>
public sealed record StartInstance(long InstanceKey, ImmutableArray<Variable> Variables, string? StartElementId = null)
    : EngineCommand;
