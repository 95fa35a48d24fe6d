using Approvals.Kernel;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Handling;

/// <summary>Commands about the instance as a whole.</summary>
internal static class Instances
{
    public static Rejection? Start(EngineStep step, StartInstance command)
    {
        var state = step.State;
        if (state.Status != InstanceStatus.None)
        {
            return Rejection.Of("instance.already-started");
        }

        if (command.InstanceKey <= 0 || command.InstanceKey % ProcessInstanceState.KeysPerInstance != 0)
        {
            throw new ArgumentException($"{command.InstanceKey} is no instance key.", nameof(command));
        }

        if (ChooseStart(step.Definition, command.StartElementId, out var start) is { } rejection)
        {
            return rejection;
        }

        step.Emit(new InstanceStarted(command.InstanceKey, step.Definition.Id, start?.Id));
        step.Set(command.InstanceKey, command.Variables);
        if (start is not null)
        {
            Lifecycle.Enter(step, start, state.Root, flowId: null);
            return null;
        }

        foreach (var index in step.Definition.Content.ImplicitStarts)
        {
            Lifecycle.Enter(step, step.Definition.Elements[index], state.Root, flowId: null);
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

    private static Rejection? ChooseStart(ProcessDefinition definition, string? id, out Element? start)
    {
        start = null;
        if (id is null)
        {
            if (definition.Content.Starts.Length > 1)
            {
                return Rejection.Of("instance.start-ambiguous", ("process", definition.Id));
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
