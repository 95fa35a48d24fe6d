using Approvals.Workflow.Diagram.Layout;

namespace Approvals.Workflow.Diagram;

/// <summary>One line of the list that stands for the picture on narrow screens and for those who can't see it.</summary>
/// <param name="Progress">Null when no instance is shown.</param>
/// <param name="Depth">How many sub-processes it lies in.</param>
public sealed record ProcessStep(string Id, string Name, Progress? Progress, IReadOnlyList<string> Captions, int Depth);

/// <summary>
/// The steps of a process in the order of its flows: activities, and events that have a name or something to say. An
/// opened sub-process is followed by its own steps.
/// </summary>
public static class ProcessSteps
{
    public static IReadOnlyList<ProcessStep> From(BpmnDiagram diagram, DiagramState state)
    {
        var byScope = diagram.Nodes.Where(n => n.Kind.IsFlowNode()).ToLookup(n => n.Scope);
        var ids = diagram.Nodes.Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        var steps = new List<ProcessStep>();
        foreach (var scope in byScope.Select(g => g.Key).Where(s => s is null || !ids.Contains(s)))
        {
            Add(steps, diagram, state, byScope, scope, 0);
        }

        return steps;
    }

    private static void Add(
        List<ProcessStep> steps,
        BpmnDiagram diagram,
        DiagramState state,
        ILookup<string?, DiagramNode> byScope,
        string? scope,
        int depth
    )
    {
        foreach (var node in Ordered(diagram, byScope[scope].ToList()))
        {
            var captions = state.CaptionsOf(node.Id);
            var told = node.Kind.IsActivity() ? node.Name.Length + captions.Count > 0 : IsToldEvent(node, state);
            if (told)
            {
                steps.Add(new(node.Id, node.Name, state.Of(node.Id), captions, depth));
            }

            if (node.Kind.IsContainer())
            {
                Add(steps, diagram, state, byScope, node.Id, depth + 1);
            }
        }
    }

    /// <summary>The start when it has a name; events between and ends only once something happened there.</summary>
    private static bool IsToldEvent(DiagramNode node, DiagramState state) =>
        node.Kind.IsEvent()
        && node.Name.Length > 0
        && (
            node.Kind is NodeKind.StartEvent
            || state.CaptionsOf(node.Id).Count > 0
            || state.Of(node.Id) is Progress.Done or Progress.Now
        );

    private static IEnumerable<DiagramNode> Ordered(BpmnDiagram diagram, List<DiagramNode> nodes)
    {
        var vertices = nodes.Select((n, i) => new Vertex(i, n)).ToList();
        var byId = vertices.ToDictionary(v => v.Node!.Id, StringComparer.Ordinal);
        var links = new List<Link>();
        foreach (var edge in diagram.Edges.Where(e => e.Kind is EdgeKind.SequenceFlow))
        {
            if (byId.TryGetValue(edge.Source, out var from) && byId.TryGetValue(edge.Target, out var to))
            {
                links.Add(new(edge, from, to, null));
            }
        }

        foreach (var vertex in vertices.Where(v => v.Node!.AttachedTo is not null))
        {
            if (byId.TryGetValue(vertex.Node!.AttachedTo!, out var host))
            {
                links.Add(new(new("", EdgeKind.SequenceFlow, host.Node!.Id, vertex.Node.Id), host, vertex, null));
            }
        }

        FlowOrder.MarkBackLinks(vertices, links);
        FlowOrder.AssignLayers(vertices, links);
        return vertices.OrderBy(v => v.Layer).ThenBy(v => v.Node!.Bounds.Y).ThenBy(v => v.Index).Select(v => v.Node!);
    }
}
