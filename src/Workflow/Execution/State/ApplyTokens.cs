using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Events;

namespace Approvals.Workflow.Execution.State;

/// <summary>Tokens and element instances; part of <see cref="Apply"/>.</summary>
internal static class ApplyTokens
{
    public static void Activate(ProcessInstanceState state, ElementActivated activated)
    {
        var scope = Apply.Scope(state, activated.ScopeKey);
        var element =
            scope.Definition.FindElement(activated.ElementId)
            ?? throw new InvalidDataException($"The definition has no element '{activated.ElementId}'.");
        var instance = new ElementInstance(Apply.TakeKey(state, activated.Key), element, scope);
        if (activated.FlowId is { } flow)
        {
            if (scope.Definition.FindFlow(flow) is not { } came || !state.Ready.Remove(new(scope, came.Index)))
            {
                throw new InvalidDataException($"No token is ready on '{flow}'.");
            }
        }
        else if (scope.Loop is { } loop)
        {
            BeginRound(state, scope, loop, instance);
        }
        else if (scope.AdHoc is { Pending: [var next, ..] } adHoc && next == element.Index)
        {
            TakeTurn(state, scope, element);
            adHoc.Begin();
        }

        instance.Compensates = scope.CompensatedBy(instance.Key);
        state.Elements.Add(instance);
        scope.ActiveElements++;
        scope.IsSettled = false;
        if (activated.IsBody)
        {
            instance.Open().Loop = new();
        }
        else if (element is SubProcess container)
        {
            var inside = instance.IsReopened ? instance.Reopen() : instance.Open();
            inside.AdHoc = element.Kind == ElementKind.AdHocSubProcess ? new() : null;
            scope.IsInterrupted |= element.Kind == ElementKind.EventSubProcess && Interrupts(scope, container);
        }
    }

    private static bool Interrupts(ScopeState scope, SubProcess container)
    {
        foreach (var start in container.Content.TriggeredStarts)
        {
            if (scope.Definition.Elements[start] is StartEvent { Interrupts: true })
            {
                return true;
            }
        }

        return false;
    }

    public static void Remove(ProcessInstanceState state, long key, bool isCompleted)
    {
        var instance = state.Elements.Get(key);
        if (
            instance.Waits is not null
            || instance.Incident is not null
            || instance.Inner is { } inner && !(inner.IsEmpty && inner.Waits is null)
        )
        {
            throw new InvalidDataException($"'{instance.Element.Id}' ended while something is left of it.");
        }

        if (isCompleted && (instance.Element.CompensationHandler >= 0 || instance.Inner is not null))
        {
            ApplyCompensation.Remember(instance);
        }

        if (instance.Compensates is not null)
        {
            ApplyCompensation.HandlerLeft(state, instance);
        }

        instance.Scope.ActiveElements--;
        instance.Scope.IsSettled = false;
        state.Elements.Remove(key);
    }

    /// <summary>
    /// A token into a join is parked until every incoming flow has one; then one of each is consumed and the set goes on as
    /// one (BPMN §13.4.1). Further tokens stay for the next set.
    /// </summary>
    public static void Take(ProcessInstanceState state, FlowTaken taken)
    {
        var scope = Apply.Scope(state, taken.ScopeKey);
        var definition = scope.Definition;
        var flow =
            definition.FindFlow(taken.FlowId)
            ?? throw new InvalidDataException($"The definition has no flow '{taken.FlowId}'.");
        var target = definition.Elements[flow.Target];
        if (target.IsJoin)
        {
            scope.Park(flow.Index);
            foreach (var incoming in target.Incoming)
            {
                if (scope.ParkedOn(incoming) == 0)
                {
                    return;
                }
            }

            foreach (var incoming in target.Incoming)
            {
                scope.Unpark(incoming);
            }
        }
        else if (target.IsGuardedJoin)
        {
            scope.Park(flow.Index);
            state.Track(scope);
            return;
        }

        scope.IsSettled = false;
        state.Ready.Enqueue(new(scope, flow.Index));
    }

    public static void Discard(ProcessInstanceState state, TokensDiscarded discarded)
    {
        var scope = Apply.Scope(state, discarded.ScopeKey);
        scope.UnparkAll();
        state.Track(scope);
        state.Ready.RemoveScope(scope);
    }

    /// <summary>The set goes on as one token, on the last of its flows.</summary>
    public static void Join(ProcessInstanceState state, TokensJoined joined)
    {
        var scope = Apply.Scope(state, joined.ScopeKey);
        var gateway = Gateway(scope, joined.ElementId);
        var flows = Unpark(scope, joined.FlowIds);
        if (gateway.Kind == ElementKind.ComplexGateway && flows.Length < gateway.Incoming.Length)
        {
            scope.AwaitReset(new(gateway.Index, flows));
        }

        state.Ready.Enqueue(new(scope, flows[^1]));
        state.Track(scope);
    }

    public static void Reset(ProcessInstanceState state, GatewayReset reset)
    {
        var scope = Apply.Scope(state, reset.ScopeKey);
        Unpark(scope, reset.FlowIds);
        scope.Reset(Gateway(scope, reset.ElementId).Index);
        state.Track(scope);
    }

    private static ImmutableArray<int> Unpark(ScopeState scope, ImmutableArray<string> ids)
    {
        var flows = ImmutableArray.CreateBuilder<int>(ids.Length);
        foreach (var id in ids)
        {
            var flow =
                scope.Definition.FindFlow(id) ?? throw new InvalidDataException($"The definition has no flow '{id}'.");
            scope.Unpark(flow.Index);
            flows.Add(flow.Index);
        }

        return flows.MoveToImmutable();
    }

    private static Element Gateway(ScopeState scope, string id) =>
        scope.Definition.FindElement(id) is { IsGuardedJoin: true } gateway
            ? gateway
            : throw new InvalidDataException($"'{id}' is no gateway that joins.");

    private static void BeginRound(
        ProcessInstanceState state,
        ScopeState body,
        LoopState loop,
        ElementInstance instance
    )
    {
        TakeTurn(state, body, instance.Element);
        instance.Round = ++loop.Started;
        if (loop.GoesOn)
        {
            state.Ready.Enqueue(new(body, Token.NextRound));
        }
    }

    private static void TakeTurn(ProcessInstanceState state, ScopeState scope, Element element)
    {
        if (!state.Ready.Remove(new(scope, Token.NextRound)))
        {
            throw new InvalidDataException($"It is not the turn of '{element.Id}' to begin.");
        }
    }
}
