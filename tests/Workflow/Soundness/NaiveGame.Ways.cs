using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Tests.Soundness;

internal sealed partial class NaiveGame
{
    private readonly Dictionary<(string Place, int Join), HashSet<int>> ahead = [];

    /// <summary>Every set of flows that the element may take.</summary>
    private IEnumerable<IEnumerable<string>> Outs(Element element)
    {
        var all = element.Outgoing.Select(NaiveState.Flow).ToArray();
        switch (element.Kind)
        {
            case ElementKind.ExclusiveGateway
            or ElementKind.EventBasedGateway
                when element is not EventBasedGateway { Instantiates: true, IsParallel: true }:
                return all.Length == 0
                    ?
                    [
                        [],
                    ]
                    : all.Select(flow => new[] { flow });
            case ElementKind.ParallelGateway or ElementKind.EventBasedGateway:
                return [all];
            case ElementKind.InclusiveGateway or ElementKind.ComplexGateway:
                return all.Length == 0
                    ?
                    [
                        [],
                    ]
                    : Subsets(all).Where(set => set.Length > 0);
            default:
                return OutsOfActivity(element);
        }
    }

    private IEnumerable<IEnumerable<string>> OutsOfActivity(Element element)
    {
        var others = element.Outgoing.Where(flow => flow != element.DefaultFlow).ToArray();
        var always = others.Where(flow => definition.Flows[flow].Condition is null).Select(NaiveState.Flow).ToArray();
        var conditional = others
            .Where(flow => definition.Flows[flow].Condition is not null)
            .Select(NaiveState.Flow)
            .ToArray();
        string[] otherwise = element.DefaultFlow >= 0 ? [NaiveState.Flow(element.DefaultFlow)] : [];
        foreach (var set in Subsets(conditional))
        {
            if (set.Length > 0)
            {
                yield return always.Concat(set);
            }
            else if (conditional.Length == 0 || otherwise.Length > 0 || always.Length > 0)
            {
                yield return always.Concat(otherwise);
            }
        }
    }

    private static IEnumerable<string[]> Subsets(string[] items) =>
        Enumerable.Range(0, 1 << items.Length).Select(set => items.Where((_, i) => (set & (1 << i)) != 0).ToArray());

    /// <summary>BPMN §13.4.3: a token may still come to an empty flow, and couldn't come to a marked one as well.</summary>
    private bool Awaits(NaiveState state, Element join, string[] marked) =>
        Places(state)
            .Select(place => Ahead(place, join))
            .Any(flows =>
                flows.Any(flow => !marked.Contains(NaiveState.Flow(flow)))
                && !flows.Any(flow => marked.Contains(NaiveState.Flow(flow)))
            );

    private bool CanCome(NaiveState state, Element gateway, int flow) =>
        Places(state).Any(place => Ahead(place, gateway).Contains(flow));

    private static IEnumerable<string> Places(NaiveState state) =>
        state
            .Tokens.Keys.Where(place => place[0] is 'f' or 'a' or '@')
            .Concat(state.Children.Select(child => $"a{child.Element}/{child.Armed}"));

    /// <summary>The flows into the join that a token can come to without passing the join.</summary>
    private HashSet<int> Ahead(string place, Element join)
    {
        if (!ahead.TryGetValue((place, join.Index), out var found))
        {
            found = Search(place, join);
            ahead.Add((place, join.Index), found);
        }

        return found;
    }

    private HashSet<int> Search(string place, Element join)
    {
        var seen = new HashSet<int>();
        var reached = new HashSet<int>();
        var open = new Queue<int>();
        if (place[0] == 'f')
        {
            Follow(int.Parse(place.AsSpan(1)));
        }
        else
        {
            var parts = place[1..].Split('/');
            var element = definition.Elements[int.Parse(parts[0])];
            if (place[0] == 'a')
            {
                // What has happened on its border doesn't happen again in this activation.
                Leave(element, int.Parse(parts[1]));
            }
            else
            {
                Visit(element.Index);
            }
        }

        while (open.TryDequeue(out var index))
        {
            Leave(definition.Elements[index], ~0);
        }

        return reached;

        void Leave(Element element, int armed)
        {
            foreach (var flow in element.Outgoing)
            {
                Follow(flow);
            }

            for (var i = 0; i < element.Boundaries.Length; i++)
            {
                var boundary = (BoundaryEvent)definition.Elements[element.Boundaries[i]];
                if (boundary.IsInterrupting || (armed & (1 << i)) != 0)
                {
                    Visit(boundary.Index);
                }
            }

            if (element is ThrowEvent { LinkTarget: >= 0 and var target })
            {
                Visit(target);
            }

            if (element is UserTask task)
            {
                task.Returns.ToList().ForEach(edge => Visit(edge.Target));
            }
        }

        void Follow(int flow)
        {
            if (definition.Flows[flow].Target == join.Index)
            {
                reached.Add(flow);
            }
            else
            {
                Visit(definition.Flows[flow].Target);
            }
        }

        void Visit(int element)
        {
            if (element != join.Index && seen.Add(element))
            {
                open.Enqueue(element);
            }
        }
    }
}
