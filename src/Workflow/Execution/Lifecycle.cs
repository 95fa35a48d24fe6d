using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.Elements;
using Approvals.Workflow.Execution.Elements.Containers;
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
        if (step.State.IsSuspended)
        {
            return;
        }

        var state = step.State;
        do
        {
            CompleteScopes(step);
        } while (state.IsActive && Advance(step));

        if (state is { IsActive: true, Root: { IsEmpty: true, Incident: null } })
        {
            Ending.Complete(step, terminated: false);
        }
    }

    /// <summary>
    /// Does one thing that can be done now: conditions come before tokens, tokens before the gateways that wait for them. False when
    /// there is none, or the step's bound is reached.
    /// </summary>
    private static bool Advance(EngineStep step)
    {
        var state = step.State;
        var maximum = step.Context.MaxElementSteps;
        if (state.Conditions.Count > 0 && step.HasChangedVariables)
        {
            Conditions.Evaluate(step);
            return step.Activations <= maximum || state is { HasReadyTokens: false, Conditions.Count: 0 };
        }

        if (state.Ready.Count == 0)
        {
            return state.Guarded.Count > 0 && GuardedJoins.Settle(step);
        }

        if (step.Activations >= maximum)
        {
            return false;
        }

        Move(step, state.Ready.Head);
        return true;
    }

    private static void Move(EngineStep step, Token token)
    {
        if (token.Flow == Token.NextCompensation)
        {
            Compensations.Advance(step, token.Scope);
            return;
        }

        if (token.Flow == Token.NextRound)
        {
            var container = token.Scope.Owner!;
            ((RoundBehavior)ElementBehaviors.Of(container)).BeginNext(step, container);
            return;
        }

        var flow = token.Scope.Definition.Flows[token.Flow];
        Enter(step, token.Scope.Definition.Elements[flow.Target], token.Scope, flow.Id);
    }

    /// <summary>
    /// A scope in which nothing is left completes what it is the inside of, and so on outwards. Only here, when everything that
    /// begins together has begun: the first of several starts may be the first to end.
    /// </summary>
    private static void CompleteScopes(EngineStep step)
    {
        while (step.Touched is { } touched && touched.TryDequeue(out var scope))
        {
            if (
                scope is { IsEmpty: true, Owner: { Incident: null } owner }
                && step.State.IsActive
                && step.IsAlive(scope)
            )
            {
                ElementBehaviors.Of(owner).InsideEnded(step, owner);
            }
        }
    }

    public static void Enter(EngineStep step, Element element, ScopeState scope, string? flowId) =>
        Begin(step, Activate(step, element, scope, flowId), ElementPhase.Entering);

    /// <summary>Brings the instance into being, without letting it begin.</summary>
    public static ElementInstance Activate(EngineStep step, Element element, ScopeState scope, string? flowId)
    {
        var isBody = element.Loop is not null && scope.Loop is null && !IsReopened(step, element, scope);
        step.Emit(new ElementActivated(step.State.NextKey, element.Id, scope.Key, flowId, isBody));
        step.Activations++;
        if (ClockBehavior.LinksOf(element, scope) is { } clocks)
        {
            ClockBehavior.Pause(step, clocks);
        }

        return step.State.Elements.Items[^1];
    }

    /// <summary>A completed sub-process comes back to be compensated: it stands for one round.</summary>
    private static bool IsReopened(EngineStep step, Element element, ScopeState scope) =>
        scope.CompensatedBy(step.State.NextKey)?.Element == element;

    public static void Begin(EngineStep step, ElementInstance instance, ElementPhase phase)
    {
        var fault = instance.IsBody || instance.IsReopened ? null : Mappings.Enter(step, instance);
        if (
            fault is null
            && phase == ElementPhase.Entering
            && !instance.Element.Boundaries.IsEmpty
            && instance.Round == 0
        )
        {
            fault = Subscriptions.OpenBoundaries(step, instance);
        }

        if (fault is not null)
        {
            Raise(step, instance, fault, phase);
            return;
        }

        fault = ElementBehaviors.Of(instance).Activate(step, instance);
        if (fault is not null)
        {
            Raise(step, instance, fault, ElementPhase.Activating);
        }
    }

    /// <summary>The work is done.</summary>
    public static void Complete(EngineStep step, ElementInstance instance)
    {
        if (!instance.IsBody && Mappings.Leave(step, instance) is { } fault)
        {
            Raise(step, instance, fault, ElementPhase.Completing);
            return;
        }

        Leave(step, instance);
    }

    /// <summary>Chooses the flows, then ends the instance and puts a token on each.</summary>
    public static void Leave(EngineStep step, ElementInstance instance)
    {
        var chosen = step.Chosen;
        chosen.Clear();
        var behavior = ElementBehaviors.Of(instance);
        var container = instance.Scope.Owner;
        var rounds = container is null ? null : ElementBehaviors.Of(container) as RoundBehavior;
        var end = default(RoundEnd);
        // The flows out of an activity that repeats are those of its body.
        var fault = instance.Round > 0 ? null : behavior.ChooseFlows(step, instance, chosen);
        fault ??= rounds?.Judge(step, container!, instance, out end);
        if (fault is not null)
        {
            Raise(step, instance, fault, ElementPhase.Leaving);
        }
        else if (Go(step, instance, ElementPhase.Leaving))
        {
            rounds?.RoundLeft(step, container!, instance, end);
            behavior.Left(step, instance);
            step.Touch(instance.Scope);
        }
    }

    /// <summary>
    /// Ends the instance and puts a token on each of the step's chosen flows. False when the limit of a clock that starts on the way
    /// can't be computed; the incident goes on at <paramref name="phase"/>.
    /// </summary>
    public static bool Go(EngineStep step, ElementInstance instance, ElementPhase phase)
    {
        var (element, scope, chosen) = (instance.Element, instance.Scope, step.Chosen);
        if (ClockBehavior.EvaluateLimits(step, instance, chosen, out var limits) is { } fault)
        {
            Raise(step, instance, fault, phase);
            return false;
        }

        Subscriptions.CloseAll(step, instance);
        if (instance.Inner is { } inner)
        {
            Ending.Close(step, inner);
        }

        step.Emit(new ElementCompleted(instance.Key, element.Id));
        if (ClockBehavior.LinksOf(element, scope) is { } clocks)
        {
            ClockBehavior.Resume(step, clocks);
            ClockBehavior.Pass(step, clocks, limits);
        }

        foreach (var index in chosen)
        {
            var flow = scope.Definition.Flows[index];
            step.Emit(new FlowTaken(flow.Id, scope.Key));
            if (ClockBehavior.LinksOf(flow, scope) is { } onFlow)
            {
                ClockBehavior.Pass(step, onFlow, limits);
            }

            if (scope.Definition.Elements[flow.Target] is { Kind: ElementKind.ComplexGateway } gateway)
            {
                GuardedJoins.Arrive(step, scope, gateway);
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

    /// <summary>Ends the instance from outside, what runs inside first.</summary>
    public static void Terminate(EngineStep step, ElementInstance instance)
    {
        if (instance.Inner is { } inner)
        {
            Ending.TerminateAll(step, inner);
        }

        Subscriptions.CloseAll(step, instance);
        if (instance.Incident is { } incident)
        {
            step.Emit(new IncidentResolved(incident.Key, instance.Key));
        }

        step.Emit(new ElementTerminated(instance.Key, instance.Element.Id));
        if (ClockBehavior.LinksOf(instance.Element, instance.Scope) is { } clocks)
        {
            ClockBehavior.Resume(step, clocks);
        }
    }

    public static void Raise(EngineStep step, ElementInstance instance, Fault fault, ElementPhase phase) =>
        Raise(step, instance, instance.Element, fault, phase);

    /// <summary>An incident of a scope is about an element that can't begin.</summary>
    public static void Raise(EngineStep step, WaitOwner owner, Element element, Fault fault, ElementPhase phase)
    {
        var about = owner is ElementInstance instance ? instance.Element : element;
        step.Emit(
            new IncidentRaised(
                step.State.NextKey,
                owner.Key,
                about.Id,
                fault.Kind,
                fault.Message,
                fault.Resolution,
                phase
            )
        );
    }
}
