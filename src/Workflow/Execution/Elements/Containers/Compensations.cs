using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Elements.Events;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Containers;

/// <summary>
/// Compensation (BPMN §10.7, §13.5.5): the completed activities of a scope, the last first, each by its handler once. Of a completed
/// sub-process without a handler the inside is compensated, with the variables that it ended with. One handler runs after the other.
/// </summary>
internal static class Compensations
{
    /// <summary>Nothing happens when nothing is there to be compensated; false then.</summary>
    public static bool Start(EngineStep step, ElementInstance thrower, CompensationTrigger trigger, bool waits)
    {
        var element = trigger.Activity >= 0 ? thrower.Definition.Elements[trigger.Activity] : null;
        if (ScopeOf(thrower, element) is not { } scope || !scope.HasCompleted(element?.Id))
        {
            return false;
        }

        step.Emit(
            new CompensationStarted(step.State.NextKey, scope.Key, waits ? thrower.Key : 0, element?.Id, Cancels: false)
        );
        return true;
    }

    /// <summary>The scope's turn has come: the next activity is compensated, or the compensation is at its end.</summary>
    public static void Advance(EngineStep step, ScopeState scope)
    {
        var compensation = Idle(scope);
        if (compensation.Pending is not [.., var activity])
        {
            End(step, scope, compensation);
            return;
        }

        step.Emit(new CompensationTurned(compensation.Key, scope.Key, activity.Key));
        var (element, variables) = (activity.Element, activity.Variables);
        if (element.CompensationHandler < 0)
        {
            var reopened = Lifecycle.Activate(step, element, scope, flowId: null);
            if (ElementBehaviors.Of(reopened).Activate(step, reopened) is { } fault)
            {
                Lifecycle.Raise(step, reopened, fault, ElementPhase.Activating);
            }

            return;
        }

        var handler = Lifecycle.Activate(
            step,
            scope.Definition.Elements[element.CompensationHandler],
            scope,
            flowId: null
        );
        if (variables is not null)
        {
            step.Set(handler.Key, [.. variables.Items]);
        }

        Lifecycle.Begin(step, handler, ElementPhase.Entering);
    }

    private static Compensation Idle(ScopeState scope)
    {
        foreach (var compensation in scope.Compensations)
        {
            if (compensation.Current is null)
            {
                return compensation;
            }
        }

        throw new InvalidDataException("No compensation is to go on.");
    }

    private static void End(EngineStep step, ScopeState scope, Compensation compensation)
    {
        step.Emit(new CompensationEnded(compensation.Key, scope.Key));
        if (compensation.Cancels)
        {
            Transactions.Leave(step, scope.Owner!);
        }
        else if (step.State.Elements.TryFind(compensation.Thrower, out var thrower))
        {
            Lifecycle.Complete(step, thrower);
        }
        else
        {
            step.Touch(scope);
        }
    }

    /// <summary>
    /// The scope that the activity stands in; without one the thrower's, from within an event sub-process the one around that.
    /// </summary>
    private static ScopeState? ScopeOf(ElementInstance thrower, Element? activity)
    {
        for (var scope = thrower.Scope; ; scope = scope.Parent!)
        {
            var isRight = activity is null
                ? scope.Owner?.Element.Kind != ElementKind.EventSubProcess
                : activity.Scope == (scope.IsProcess ? -1 : scope.Owner!.Element.Index);
            if (isRight && scope.Loop is null)
            {
                return scope;
            }

            if (scope.IsProcess)
            {
                return null;
            }
        }
    }
}
