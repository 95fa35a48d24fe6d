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
            if (
                state.Ready.Count == 0
                || state.Ready.Head is not { Flow: >= 0 } head
                || head.Scope != scope
                || scope.Definition.Flows[head.Flow].Id != flow
            )
            {
                throw new InvalidDataException($"No token is ready on '{flow}'.");
            }

            state.Ready.Dequeue();
        }
        else if (scope.Loop is { } loop)
        {
            BeginRound(state, scope, loop, instance);
        }

        state.Elements.Add(instance);
        scope.ActiveElements++;
        if (activated.IsBody)
        {
            instance.Open().Loop = new();
        }
        else if (element is SubProcess)
        {
            instance.Open();
        }
    }

    public static void Remove(ProcessInstanceState state, long key)
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

        instance.Scope.ActiveElements--;
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

        state.Ready.Enqueue(new(scope, flow.Index));
    }

    public static void Discard(ProcessInstanceState state, TokensDiscarded discarded)
    {
        var scope = Apply.Scope(state, discarded.ScopeKey);
        scope.UnparkAll();
        state.Ready.RemoveScope(scope);
    }

    private static void BeginRound(
        ProcessInstanceState state,
        ScopeState body,
        LoopState loop,
        ElementInstance instance
    )
    {
        if (state.Ready.Count == 0 || state.Ready.Head != new Token(body, Token.NextRound))
        {
            throw new InvalidDataException($"No round of '{instance.Element.Id}' is to begin.");
        }

        state.Ready.Dequeue();
        instance.Round = ++loop.Started;
        if (loop.GoesOn)
        {
            state.Ready.Enqueue(new(body, Token.NextRound));
        }
    }
}
