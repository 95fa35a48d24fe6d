using Approvals.Kernel;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Elements.Containers;
using Approvals.Workflow.Execution.Elements.Gateways;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Handling;

/// <summary>Commands about the instance as a whole.</summary>
internal static class Instances
{
    public static Rejection? Start(EngineStep step, StartInstance command)
    {
        var state = step.State;
        if (CheckFresh(step, command.InstanceKey) is { } notFresh)
        {
            return notFresh;
        }

        if (ChooseStart(step.Definition, command.StartElementId, out var start) is { } rejection)
        {
            return rejection;
        }

        step.Emit(new InstanceStarted(command.InstanceKey, step.Definition.Id, start?.Id));
        step.Set(command.InstanceKey, command.Variables);
        Begin(step);
        return null;
    }

    /// <summary>The process begins, unless what its event sub-processes wait for can't be evaluated.</summary>
    public static void Begin(EngineStep step)
    {
        var root = step.State.Root;
        if (Opens(step))
        {
            var start = step.State.StartElement is { } id ? step.Definition.FindElement(id)! : null;
            Scopes.Start(step, root, start is null ? root.Content.ImplicitStarts : [start.Index]);
        }
    }

    private static bool Opens(EngineStep step)
    {
        var root = step.State.Root;
        if (Scopes.Open(step, root, out var faulty) is not { } fault)
        {
            return true;
        }

        Lifecycle.Raise(step, root, faulty!, fault, ElementPhase.Entering);
        return false;
    }

    /// <summary>A trigger has come: the start event has happened, or the instantiating gateway has been decided.</summary>
    public static Rejection? Start(EngineStep step, TriggerStart command)
    {
        if (CheckFresh(step, command.InstanceKey) is { } notFresh)
        {
            return notFresh;
        }

        var definition = step.Definition;
        var start = definition.FindElement(command.StartElementId) as CatchEvent;
        var gateway = start is null ? null : InstantiatingGateway(definition, start);
        if (start is null || (gateway is null && !definition.Content.TriggeredStarts.Contains(start.Index)))
        {
            return Rejection.Of(
                "instance.start-unknown",
                ("process", definition.Id),
                ("element", command.StartElementId)
            );
        }

        step.Emit(new InstanceStarted(command.InstanceKey, definition.Id, gateway?.Id ?? start.Id));
        step.Set(command.InstanceKey, command.Variables);
        if (!Opens(step))
        {
            // The start happens when the incident is resolved; what came with the trigger is kept for it.
            step.Set(command.InstanceKey, command.Payload);
            return null;
        }

        if (gateway is null)
        {
            Lifecycle.Happen(step, start, step.State.Root, flowId: null, command.Payload);
        }
        else
        {
            EventBasedGatewayBehavior.Begin(step, gateway, start, command.Payload);
        }

        return null;
    }

    public static Rejection? SetVariables(EngineStep step, SetVariables command)
    {
        if (command.ElementInstanceKey is not { } key)
        {
            Mappings.Spread(step, step.State.Root, command.Variables);
            return null;
        }

        if (!step.State.Elements.TryFind(key, out _))
        {
            return Rejection.Of("element.unknown");
        }

        step.Set(key, command.Variables);
        return null;
    }

    public static Rejection? Cancel(EngineStep step, CancelInstance command)
    {
        Ending.Cancel(step, command.Reason);
        return null;
    }

    private static Rejection? CheckFresh(EngineStep step, long key)
    {
        if (step.State.Status != InstanceStatus.None)
        {
            return Rejection.Of("instance.already-started");
        }

        return key > 0 && key % ProcessInstanceState.KeysPerInstance == 0
            ? null
            : throw new ArgumentException($"{key} is no instance key.", nameof(key));
    }

    private static EventBasedGateway? InstantiatingGateway(ProcessDefinition definition, CatchEvent start)
    {
        foreach (var flow in start.Incoming)
        {
            if (
                definition.Elements[definition.Flows[flow].Source] is EventBasedGateway { Instantiates: true } gateway
                && definition.Content.TriggeredStarts.Contains(gateway.Index)
            )
            {
                return gateway;
            }
        }

        return null;
    }

    private static Rejection? ChooseStart(ProcessDefinition definition, string? id, out Element? start)
    {
        start = null;
        if (id is null)
        {
            if (definition.Content.Starts.Length > 1)
            {
                return Rejection.Of("instance.start-ambiguous", ("process", definition.Id));
            }

            if (definition.Content is { Starts.IsEmpty: true, ImplicitStarts.IsEmpty: true })
            {
                return Rejection.Of("instance.start-triggered", ("process", definition.Id));
            }

            start = definition.Content.Starts.IsEmpty ? null : definition.Elements[definition.Content.Starts[0]];
            return null;
        }

        start = definition.FindElement(id);
        return start?.Kind == ElementKind.NoneStartEvent
            ? null
            : Rejection.Of("instance.start-unknown", ("process", definition.Id), ("element", id));
    }
}
