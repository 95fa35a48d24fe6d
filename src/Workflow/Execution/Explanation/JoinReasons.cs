using System.Globalization;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Explanation;

/// <summary>
/// Why tokens wait before a join: <c>has</c> and <c>lacks</c> are the incoming flows with and without a token; <c>expected</c> are the
/// elements that could still deliver one, with the key of the active instance or null for a token that is itself before a join;
/// <c>deadlock</c> is true when nothing in the scope ever will. <c>activation</c> is a complex gateway that waits for its
/// condition, <c>reset</c> one that has fired and waits for the rest.
/// </summary>
internal static class JoinReasons
{
    public static IEnumerable<WaitingToken> Of(ProcessInstanceState state, ScopeState scope)
    {
        if (scope is { ParkedTokens: 0, AwaitedResets: [] })
        {
            yield break;
        }

        var prospects = new JoinProspects(state, scope);
        foreach (var gateway in prospects.Gateways)
        {
            yield return new(
                gateway.Id,
                gateway.TypeName,
                gateway.Name,
                scope.Key,
                null,
                [Reason(scope, gateway, prospects)]
            );
        }
    }

    private static WaitReason Reason(ScopeState scope, Element gateway, JoinProspects prospects)
    {
        var covered = prospects.Covered(gateway);
        var flows = gateway.Incoming.Select(flow => scope.Definition.Flows[flow].Id).ToList();
        var condition = (gateway as ComplexGateway)?.ActivationCondition;
        var isReset = scope.ResetOf(gateway.Index) is not null;
        var parameters = new Parameters()
            .Texts("has", flows.Where((_, place) => covered[place]))
            .Texts("lacks", flows.Where((_, place) => !covered[place]))
            .Number("tokens", gateway.Incoming.Sum(scope.ParkedOn))
            .List("expected", prospects.Deliverers(gateway).Select(Position))
            .Flag("deadlock", prospects.IsDeadlocked(gateway))
            .Text("condition", condition?.Text);
        return isReset ? new("reset", parameters.Build(), [])
            : condition is not null ? new("activation", parameters.Build(), [nameof(SetVariables)])
            : new("join", parameters.Build(), []);
    }

    private static FeelContext Position((Element Element, ElementInstance? Instance) position) =>
        new Parameters()
            .Text("element", position.Element.Id)
            .Text("key", position.Instance?.Key.ToString(CultureInfo.InvariantCulture))
            .Build();
}
