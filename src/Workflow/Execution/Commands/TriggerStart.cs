using System.Collections.Immutable;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Commands;

/// <summary>
/// Begins the instance in a fresh state because a trigger has come: of a start event, of a receive task that instantiates, or of an
/// event after an instantiating event-based gateway. <see cref="Variables"/> belong to the instance from the start,
/// <see cref="Payload"/> came with the trigger and goes through the event's output mappings.
/// </summary>
public sealed record TriggerStart(
    long InstanceKey,
    string StartElementId,
    ImmutableArray<Variable> Variables,
    ImmutableArray<Variable> Payload
) : EngineCommand;
