using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.Elements;
using Approvals.Workflow.Execution.Elements.Events;
using Approvals.Workflow.Execution.Elements.Gateways;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution;

/// <summary>
/// The life of an element instance (BPMN §13.3.2): entered, its inputs mapped, its border watched, its own work begun; when
/// that is done its outputs are mapped, its flows chosen and taken. A fault on the way is an incident, and resolving it goes
/// on at the phase that failed, so that nothing already done happens twice.
/// </summary>
internal static class Lifecycle
{
    /// <summary>Moves ready tokens until all wait, or the step's bound is reached.</summary>
    public static void Run(EngineStep step)
    {
        var state = step.State;
        while (state.IsActive)
        {
            if (state.Conditions.Count > 0 && step.HasChangedVariables)
            {
                Conditions.Evaluate(step);
                if (step.Activations <= step.Context.MaxElementSteps || (state is { HasReadyTokens: false, Conditions.Count: 0 }))
                {
                    continue;
                }

                break;
            }

            if (state.Ready.Count == 0)
            {
                if (state.Guarded.Count > 0 && GuardedJoins.Settle(step))
                {
                    continue;
                }

                break;
            }

            if (step.Activations >= step.Context.MaxElementSteps)
            {
                break;
            }

            var token = state.Ready.Head;
            var flow = step.Definition.Flows[token.Flow];
            Enter(step, step.Definition.Elements[flow.Target], token.Scope, flow.Id);
        }

        if (state is { IsActive: true, HasReadyTokens: false, Root: { ActiveElements: 0, ParkedTokens: 0 } })
        {
            Ending.Complete(step, terminated: false);
        }
    }

    public static void Enter(EngineStep step, Element element, ScopeState scope, string? flowId) =>
        Begin(step, Activate(step, element, scope, flowId), ElementPhase.Entering);

    /// <summary>Brings the instance into being, without letting it begin.</summary>
    public static ElementInstance Activate(EngineStep step, Element element, ScopeState scope, string? flowId)
    {
        step.Emit(new ElementActivated(step.State.NextKey, element.Id, scope.Key, flowId));
        step.Activations++;
        if (element.Clocks is { } clocks)
        {
            ClockBehavior.Pause(step, clocks);
        }

        return step.State.Elements.Items[^1];
    }

    public static void Begin(EngineStep step, ElementInstance instance, ElementPhase phase)
    {
        var fault = Mappings.Enter(step, instance);
        if (fault is null && phase == ElementPhase.Entering && !instance.Element.Boundaries.IsEmpty)
        {
            fault = Subscriptions.OpenBoundaries(step, instance);
        }

        if (fault is not null)
        {
            Raise(step, instance, fault, phase);
            return;
        }

        fault = ElementBehaviors.Of(instance.Element.Kind).Activate(step, instance);
        if (fault is not null)
        {
            Raise(step, instance, fault, ElementPhase.Activating);
        }
    }

    /// <summary>The work is done.</summary>
    public static void Complete(EngineStep step, ElementInstance instance)
    {
        if (Mappings.Leave(step, instance) is { } fault)
        {
            Raise(step, instance, fault, ElementPhase.Completing);
            return;
        }

        Leave(step, instance);
    }

    /// <summary>Chooses the flows, then ends the instance and puts a token on each.</summary>
    public static void Leave(EngineStep step, ElementInstance instance)
    {
        var element = instance.Element;
        var chosen = step.Chosen;
        chosen.Clear();
        var behavior = ElementBehaviors.Of(element.Kind);
        var fault = behavior.ChooseFlows(step, instance, chosen);
        if (fault is not null)
        {
            Raise(step, instance, fault, ElementPhase.Leaving);
        }
        else if (Go(step, instance, ElementPhase.Leaving))
        {
            behavior.Left(step, instance);
        }
    }

    /// <summary>
    /// Ends the instance and puts a token on each of the step's chosen flows. False when the limit of a clock that starts on the way
    /// can't be computed; the incident goes on at <paramref name="phase"/>.
    /// </summary>
    public static bool Go(EngineStep step, ElementInstance instance, ElementPhase phase)
    {
        var element = instance.Element;
        var chosen = step.Chosen;
        if (ClockBehavior.EvaluateLimits(step, instance, chosen, out var limits) is { } fault)
        {
            Raise(step, instance, fault, phase);
            return false;
        }

        Subscriptions.CloseAll(step, instance);
        step.Emit(new ElementCompleted(instance.Key, element.Id));
        if (element.Clocks is { } clocks)
        {
            ClockBehavior.Resume(step, clocks);
            ClockBehavior.Pass(step, clocks, limits);
        }

        foreach (var index in chosen)
        {
            var flow = step.Definition.Flows[index];
            step.Emit(new FlowTaken(flow.Id, instance.Scope.Key));
            if (flow.Clocks is { } onFlow)
            {
                ClockBehavior.Pass(step, onFlow, limits);
            }

            if (step.Definition.Elements[flow.Target] is { Kind: ElementKind.ComplexGateway } gateway)
            {
                GuardedJoins.Arrive(step, instance.Scope, gateway);
            }
        }

        return true;
    }

    /// <summary>An event that has already come: it comes into being, takes what came with it, and is done.</summary>
    public static void Happen(
        EngineStep step,
        Element element,
        ScopeState scope,
        string? flowId,
        ImmutableArray<Variable> variables
    )
    {
        var instance = Activate(step, element, scope, flowId);
        Mappings.SetResults(step, instance, variables);
        Complete(step, instance);
    }

    /// <summary>Ends the instance from outside.</summary>
    public static void Terminate(EngineStep step, ElementInstance instance)
    {
        Subscriptions.CloseAll(step, instance);
        if (instance.Incident is { } incident)
        {
            step.Emit(new IncidentResolved(incident.Key, instance.Key));
        }

        step.Emit(new ElementTerminated(instance.Key, instance.Element.Id));
        if (instance.Element.Clocks is { } clocks)
        {
            ClockBehavior.Resume(step, clocks);
        }
    }

    public static void Raise(EngineStep step, ElementInstance instance, Fault fault, ElementPhase phase) =>
        step.Emit(
            new IncidentRaised(
                step.State.NextKey,
                instance.Key,
                instance.Element.Id,
                fault.Kind,
                fault.Message,
                fault.Resolution,
                phase
            )
        );
}
