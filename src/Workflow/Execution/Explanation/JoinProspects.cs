using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Elements.Gateways;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Explanation;

/// <summary>
/// What can still become of the tokens before the joins of one scope. An active element can deliver a token wherever a path leads
/// from it; a token before another join only if that join can still go on, which the least fixed point finds out. A join that
/// can't is a deadlock: nothing in the scope will ever move it.
/// </summary>
internal sealed class JoinProspects
{
    private readonly ProcessInstanceState state;
    private readonly ScopeState scope;
    private readonly HashSet<int> movable = [];

    public JoinProspects(ProcessInstanceState state, ScopeState scope)
    {
        this.state = state;
        this.scope = scope;
        Gateways = [.. scope.Definition.Elements.Where(HoldsTokens)];
        bool isFinal;
        do
        {
            isFinal = true;
            foreach (var gateway in Gateways)
            {
                if (IsDeadlocked(gateway) && CanMove(gateway))
                {
                    movable.Add(gateway.Index);
                    isFinal = false;
                }
            }
        } while (!isFinal);
    }

    /// <summary>The gateways with tokens before them, in the order of the file.</summary>
    public List<Element> Gateways { get; }

    public bool IsDeadlocked(Element gateway) => !movable.Contains(gateway.Index);

    /// <summary>Which incoming flows have what the gateway needs of them: a token, or one that it took as it started.</summary>
    public bool[] Covered(Element gateway)
    {
        var consumed = scope.ResetOf(gateway.Index)?.Consumed ?? [];
        return [.. gateway.Incoming.Select(flow => scope.ParkedOn(flow) > 0 || consumed.Contains(flow))];
    }

    /// <summary>
    /// The active elements, and other joins, that the gateway can still get a token from: one it needs, for a parallel gateway; one
    /// that it has to expect (§13.4.3) for the others.
    /// </summary>
    public IEnumerable<(Element Element, ElementInstance? Instance)> Deliverers(Element gateway)
    {
        var covered = Covered(gateway);
        var paths = scope.Definition.PathsTo(gateway.Index);
        return Positions(gateway).Where(position => IsExpected(gateway, paths, position.Element.Index, covered));
    }

    private bool HoldsTokens(Element element) =>
        element.Incoming.Any(flow => scope.ParkedOn(flow) > 0) || scope.ResetOf(element.Index) is not null;

    private bool CanMove(Element gateway)
    {
        var covered = Covered(gateway);
        var paths = scope.Definition.PathsTo(gateway.Index);
        var waitsForAll = gateway.Kind == ElementKind.InclusiveGateway || scope.ResetOf(gateway.Index) is not null;
        if (waitsForAll)
        {
            return Deliverers(gateway).All(IsAlive);
        }

        var alive = Positions(gateway).Where(IsAlive).ToList();
        bool Comes(int place) => alive.Exists(position => paths.FromElement(position.Element.Index, place));
        var missing = Enumerable.Range(0, covered.Length).Where(place => !covered[place]);
        return gateway is ComplexGateway { ActivationCondition: not null }
            ? Enumerable.Range(0, covered.Length).Any(Comes)
            : missing.All(Comes);
    }

    private bool IsAlive((Element Element, ElementInstance? Instance) position) =>
        position.Instance is not null || movable.Contains(position.Element.Index) || !HoldsTokens(position.Element);

    private bool IsExpected(Element gateway, UpstreamPaths paths, int element, bool[] covered)
    {
        if (gateway.Kind == ElementKind.InclusiveGateway || scope.ResetOf(gateway.Index) is not null)
        {
            return UpstreamTokens.Delivers(paths, element, covered);
        }

        for (var place = 0; place < covered.Length; place++)
        {
            if (!covered[place] && paths.FromElement(element, place))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the other tokens of the scope are: active element instances, joins, and elements about to be entered.</summary>
    private IEnumerable<(Element Element, ElementInstance? Instance)> Positions(Element gateway)
    {
        for (var i = 0; i < state.Elements.Count; i++)
        {
            var instance = state.Elements.Items[i];
            if (instance.Scope == scope)
            {
                yield return (instance.Element, instance);
            }
        }

        foreach (var other in Gateways)
        {
            if (other != gateway && other.Incoming.Any(flow => scope.ParkedOn(flow) > 0))
            {
                yield return (other, null);
            }
        }

        for (var i = 0; i < state.Ready.Count; i++)
        {
            if (state.Ready[i] is { Flow: >= 0 } token && token.Scope == scope)
            {
                yield return (scope.Definition.Elements[scope.Definition.Flows[token.Flow].Target], null);
            }
        }
    }
}
