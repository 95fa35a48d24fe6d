using Approvals.Kernel;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Elements.Events;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Handling;

/// <summary>Carries out an operator's repair. Everything is checked before anything happens.</summary>
internal static class Modifying
{
    public static Rejection? Modify(EngineStep step, ModifyInstance command)
    {
        var rejection = Check(step, command);
        if (rejection is not null)
        {
            return rejection;
        }

        step.Emit(new InstanceModified(command.Reason));
        foreach (var each in command.Activate)
        {
            if (!step.State.IsActive)
            {
                return null;
            }

            Activate(step, each);
        }

        foreach (var key in command.Terminate)
        {
            // One that was inside another, or ended with what was entered, is gone already.
            if (step.State.IsActive && step.State.Elements.TryFind(key, out var instance))
            {
                Terminate(step, instance, command.Reason);
            }
        }

        return null;
    }

    private static Rejection? Check(EngineStep step, ModifyInstance command)
    {
        if (command.Activate.IsEmpty && command.Terminate.IsEmpty)
        {
            return Rejection.Of("modification.empty");
        }

        foreach (var key in command.Terminate)
        {
            if (!step.State.Elements.TryFind(key, out _))
            {
                return Rejection.Of("modification.no-instance", ("key", $"{key}"));
            }
        }

        foreach (var each in command.Activate)
        {
            if (CheckTarget(step, each) is { } rejection)
            {
                return rejection;
            }
        }

        return null;
    }

    private static Rejection? CheckTarget(EngineStep step, ActivateElement target)
    {
        var (scope, element) = Locate(step.State, target);
        if (element is null)
        {
            return Rejection.Of("modification.no-element", ("element", target.ElementId));
        }

        if (element is BoundaryEvent || element.Kind is ElementKind.EventSubProcess || IsEventStart(scope, element))
        {
            return Rejection.Of("modification.not-enterable", ("element", target.ElementId));
        }

        return scope is null ? Rejection.Of("modification.scope-ambiguous", ("element", target.ElementId)) : null;
    }

    private static bool IsEventStart(ScopeState? scope, Element element) =>
        scope is not null
        && element.Scope >= 0
        && element.TypeName == "startEvent"
        && scope.Definition.Elements[element.Scope].Kind == ElementKind.EventSubProcess;

    /// <summary>
    /// The innermost running scope around the element, and the element in the definition of that scope. Null scope: several would do.
    /// </summary>
    private static (ScopeState? Scope, Element? Element) Locate(ProcessInstanceState state, ActivateElement target)
    {
        if (target.ScopeKey is { } key)
        {
            var named =
                key == state.Root.Key ? state.Root
                : state.Elements.TryFind(key, out var instance) ? instance.Inner
                : null;
            var inside = named?.Definition.FindElement(target.ElementId);
            return named is not null && inside is not null && inside.Scope == IndexOf(named)
                ? (named, inside)
                : (null, null);
        }

        if (state.Definition.FindElement(target.ElementId) is not { } element)
        {
            return (null, null);
        }

        for (var around = element.Scope; around >= 0; around = state.Definition.Elements[around].Scope)
        {
            var running = Running(state, around);
            if (running.Count > 0)
            {
                return (running.Count == 1 ? running[0] : null, element);
            }
        }

        return (state.Root, element);
    }

    /// <summary>The element whose inside the scope is, -1 for a process.</summary>
    private static int IndexOf(ScopeState scope) => scope.IsProcess ? -1 : scope.Owner!.Element.Index;

    private static List<ScopeState> Running(ProcessInstanceState state, int element)
    {
        var found = new List<ScopeState>();
        foreach (var instance in state.Elements.Items)
        {
            if (
                instance is { Inner: { Loop: null, IsProcess: false } inner }
                && instance.Element.Index == element
                && ReferenceEquals(inner.Definition, state.Definition)
            )
            {
                found.Add(inner);
            }
        }

        return found;
    }

    private static void Activate(EngineStep step, ActivateElement target)
    {
        var (scope, element) = Locate(step.State, target);
        if (scope is null || element is null)
        {
            // Entering another element has opened a second scope: the operator has to say which.
            throw new InvalidOperationException($"'{target.ElementId}' has no single scope any more.");
        }

        foreach (var around in Missing(scope, element))
        {
            if (Open(step, scope, around) is not { } opened)
            {
                return;
            }

            scope = opened;
        }

        step.Set(scope.Key, target.Variables);
        Lifecycle.Enter(step, element, scope, flowId: null);
    }

    /// <summary>The sub-processes between the running scope and the element, outermost first.</summary>
    private static Stack<Element> Missing(ScopeState scope, Element element)
    {
        var missing = new Stack<Element>();
        for (var around = element.Scope; around != IndexOf(scope); around = scope.Definition.Elements[around].Scope)
        {
            missing.Push(scope.Definition.Elements[around]);
        }

        return missing;
    }

    /// <summary>A sub-process begins without its start events; null when it can't, which is an incident of its own.</summary>
    private static ScopeState? Open(EngineStep step, ScopeState scope, Element container)
    {
        var instance = Lifecycle.Activate(step, container, scope, flowId: null);
        var fault = Mappings.Enter(step, instance) ?? Subscriptions.OpenBoundaries(step, instance);
        if (fault is null)
        {
            return instance.Inner;
        }

        Lifecycle.Raise(step, instance, fault, ElementPhase.Entering);
        return null;
    }

    private static void Terminate(EngineStep step, ElementInstance instance, string reason)
    {
        var scope = instance.Scope;
        Lifecycle.Terminate(step, instance);
        if (!scope.IsEmpty)
        {
            return;
        }

        if (scope.Owner is { } owner)
        {
            Terminate(step, owner, reason);
        }
        else
        {
            Ending.Cancel(step, reason);
        }
    }
}
