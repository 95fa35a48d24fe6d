using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Elements.Gateways;

/// <summary>
/// Lets the tokens before inclusive and complex gateways go on. The gateways are asked whenever no token can move without them and
/// anything in their scope has moved or ended since, be it by a boundary event, an end or an interruption; so every order in
/// which tokens could have moved has been given its chance, and a gateway never fires early.
/// <para>
/// The clause is followed to the letter. Two inclusive gateways that each have a token, and each a path to a flow that the other
/// lacks, wait for each other for ever: neither is enabled by §13.4.3. <c>WaitingExplanation</c> says so.
/// </para>
/// </summary>
internal static class GuardedJoins
{
    /// <summary>At most one gateway moves, the oldest scope's first in the order of the file; its token moves before the next is asked.</summary>
    public static bool Settle(EngineStep step)
    {
        var guarded = step.State.Guarded;
        for (var i = 0; i < guarded.Count; i++)
        {
            var scope = guarded[i];
            if (scope.IsSettled)
            {
                continue;
            }

            foreach (var index in scope.Definition.GuardedJoins)
            {
                if (Move(step, scope, scope.Definition.Elements[index]))
                {
                    return true;
                }
            }

            scope.IsSettled = true;
        }

        return false;
    }

    /// <summary>
    /// A token has come to a complex gateway, whose condition is asked at every arrival: of three tokens that come together, "two of
    /// three" takes the first two.
    /// </summary>
    public static void Arrive(EngineStep step, ScopeState scope, Element gateway)
    {
        if (gateway.Kind == ElementKind.ComplexGateway && scope.ResetOf(gateway.Index) is null)
        {
            Start(step, scope, gateway);
        }
    }

    private static bool Move(EngineStep step, ScopeState scope, Element gateway)
    {
        if (scope.ResetOf(gateway.Index) is { } reset)
        {
            return Reset(step, scope, gateway, reset);
        }

        return gateway.Kind == ElementKind.ComplexGateway ? Start(step, scope, gateway) : Join(step, scope, gateway);
    }

    private static bool Join(EngineStep step, ScopeState scope, Element gateway)
    {
        Span<bool> covered = stackalloc bool[gateway.Incoming.Length];
        Cover(scope, gateway, [], covered);
        if (!covered.Contains(true) || UpstreamTokens.AreExpected(step.State, scope, gateway, covered))
        {
            return false;
        }

        step.Emit(new TokensJoined(gateway.Id, scope.Key, Marked(scope, gateway, [])));
        return true;
    }

    private static bool Start(EngineStep step, ScopeState scope, Element gateway)
    {
        var activation = new ActivationScope(scope, gateway);
        if (activation.Count == 0 || !IsActivated(step, (ComplexGateway)gateway, activation))
        {
            return false;
        }

        step.Emit(new TokensJoined(gateway.Id, scope.Key, Marked(scope, gateway, [])));
        return true;
    }

    /// <summary>A condition that gives something else than true has not been met; <c>WaitingExplanation</c> shows what it gave.</summary>
    private static bool IsActivated(EngineStep step, ComplexGateway gateway, ActivationScope activation)
    {
        if (gateway.ActivationCondition is { } condition)
        {
            step.Feel.Clear();
            return condition.Evaluate(activation, step.Feel).IsTrue;
        }

        return activation.HasAll;
    }

    private static bool Reset(EngineStep step, ScopeState scope, Element gateway, AwaitedReset reset)
    {
        Span<bool> covered = stackalloc bool[gateway.Incoming.Length];
        Cover(scope, gateway, reset.Consumed, covered);
        if (UpstreamTokens.AreExpected(step.State, scope, gateway, covered))
        {
            return false;
        }

        step.Emit(new GatewayReset(gateway.Id, scope.Key, Marked(scope, gateway, reset.Consumed)));
        if (ComplexGatewayBehavior.HasConditions(scope.Definition, gateway))
        {
            var instance = Lifecycle.Activate(step, gateway, scope, flowId: null);
            step.Set(instance.Key, [new(ComplexGatewayBehavior.Phase, FeelValue.False)]);
            Lifecycle.Begin(step, instance, ElementPhase.Entering);
        }

        step.Touch(scope);

        return true;
    }

    private static void Cover(ScopeState scope, Element gateway, ImmutableArray<int> consumed, Span<bool> covered)
    {
        for (var place = 0; place < covered.Length; place++)
        {
            var flow = gateway.Incoming[place];
            covered[place] = scope.ParkedOn(flow) > 0 || consumed.Contains(flow);
        }
    }

    private static ImmutableArray<string> Marked(ScopeState scope, Element gateway, ImmutableArray<int> except)
    {
        var flows = ImmutableArray.CreateBuilder<string>();
        foreach (var flow in gateway.Incoming)
        {
            if (scope.ParkedOn(flow) > 0 && !except.Contains(flow))
            {
                flows.Add(scope.Definition.Flows[flow].Id);
            }
        }

        return flows.DrainToImmutable();
    }
}
