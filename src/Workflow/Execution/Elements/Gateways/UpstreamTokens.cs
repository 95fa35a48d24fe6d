using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Gateways;

/// <summary>
/// Whether a gateway still has to expect a token (BPMN §13.4.3, §13.4.5): some token elsewhere in the scope has a path to an incoming
/// flow that lacks one, and no path to a flow that has one, neither path visiting the gateway. Tokens stand on flows, before
/// joins, and in element instances that are still active, whatever they wait for.
/// </summary>
internal static class UpstreamTokens
{
    /// <param name="covered">For each incoming flow: it has a token, or has given one since the complex gateway started.</param>
    public static bool AreExpected(
        ProcessInstanceState state,
        ScopeState scope,
        Element gateway,
        ReadOnlySpan<bool> covered
    )
    {
        if (!covered.Contains(false))
        {
            return false;
        }

        var definition = scope.Definition;
        var paths = definition.PathsTo(gateway.Index);
        foreach (var instance in state.Elements.Items)
        {
            if (ReferenceEquals(instance.Scope, scope) && Delivers(paths, instance.Element.Index, covered))
            {
                return true;
            }
        }

        if (scope.ParkedTokens > 0)
        {
            foreach (var flow in definition.Flows)
            {
                if (
                    scope.ParkedOn(flow.Index) > 0
                    && flow.Target != gateway.Index
                    && Delivers(paths, flow.Target, covered)
                )
                {
                    return true;
                }
            }
        }

        for (var i = 0; i < state.Ready.Count; i++)
        {
            var token = state.Ready[i];
            var target = definition.Flows[token.Flow].Target;
            if (ReferenceEquals(token.Scope, scope) && target != gateway.Index && Delivers(paths, target, covered))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A token in the element has a path to a flow that is not covered, and none to one that is.</summary>
    public static bool Delivers(UpstreamPaths paths, int element, ReadOnlySpan<bool> covered)
    {
        var reachesOpen = false;
        for (var place = 0; place < covered.Length; place++)
        {
            if (!paths.FromElement(element, place))
            {
                continue;
            }

            if (covered[place])
            {
                return false;
            }

            reachesOpen = true;
        }

        return reachesOpen;
    }
}
