using Approvals.Workflow.Execution.Events;

namespace Approvals.Workflow.Execution.State;

/// <summary>Tokens and element instances; part of <see cref="Apply"/>.</summary>
internal static class ApplyTokens
{
    public static void Activate(ProcessInstanceState state, ElementActivated activated)
    {
        var element =
            state.Definition.FindElement(activated.ElementId)
            ?? throw new InvalidDataException($"The definition has no element '{activated.ElementId}'.");
        var scope = Apply.Scope(state, activated.ScopeKey);
        if (activated.FlowId is { } flow)
        {
            if (state.Ready.Count == 0 || state.Definition.Flows[state.Ready.Head.Flow].Id != flow)
            {
                throw new InvalidDataException($"No token is ready on '{flow}'.");
            }

            state.Ready.Dequeue();
        }

        state.Elements.Add(new(Apply.TakeKey(state, activated.Key), element, scope));
        scope.ActiveElements++;
    }

    public static void Remove(ProcessInstanceState state, long key)
    {
        var instance = state.Elements.Get(key);
        if (instance.Waits is not null || instance.Incident is not null)
        {
            throw new InvalidDataException($"'{instance.Element.Id}' ended while something still waits for it.");
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
        var definition = state.Definition;
        var flow =
            definition.FindFlow(taken.FlowId)
            ?? throw new InvalidDataException($"The definition has no flow '{taken.FlowId}'.");
        var scope = Apply.Scope(state, taken.ScopeKey);
        var target = definition.Elements[flow.Target];
        if (target.IsJoin)
        {
            scope.Park(flow.Index, definition.Flows.Length);
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
}
