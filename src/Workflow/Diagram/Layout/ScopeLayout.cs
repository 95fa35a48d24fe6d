using Approvals.Workflow.Diagram.Shapes;

namespace Approvals.Workflow.Diagram.Layout;

/// <summary>
/// Lays out the flow nodes of one process or sub-process: inner scopes first, which then count as large shapes; the
/// connected part in layers; what has no flows (event sub-processes) in rows below; notes above, data below.
/// </summary>
internal sealed class ScopeLayout(BpmnDiagram diagram, IReadOnlyList<string> lanes)
{
    private const double FramePadding = 24;
    private const double FrameTitle = 36;
    private const double RowGap = 36;
    private const double LanePadding = 24;
    private const double RowWidth = 900;

    private readonly ILookup<string?, DiagramNode> byScope = diagram.Nodes.ToLookup(n => n.Scope);
    private readonly ILookup<string, DiagramNode> byHost = Attached(diagram);

    public Placement Of(string? scope)
    {
        var all = byScope[scope].ToList();
        var flowNodes = all.Where(n => n.Kind.IsFlowNode() && !IsAttached(n)).ToList();
        var inner = flowNodes
            .Where(n => n.Kind.IsContainer() && n.Expanded && byScope[n.Id].Any())
            .ToDictionary(n => n.Id, n => Of(n.Id), StringComparer.Ordinal);

        var placement = new Placement();
        var vertices = flowNodes.Select((n, i) => VertexOf(n, i, inner)).ToList();
        var links = LinksOf(vertices);
        var linked = links.SelectMany(l => (Vertex[])[l.From, l.To]).ToHashSet();
        var inLanes = linked.Count == 0 && vertices.Exists(v => lanes.Contains(v.Node!.Lane));
        var loose = inLanes ? [] : vertices.Where(v => !linked.Contains(v)).ToList();
        var bound = inLanes ? vertices : vertices.Where(linked.Contains).ToList();

        var bottom = PlaceLayers(placement, Renumbered(bound, links), links);
        bottom = PlaceRows(placement, loose, bottom);
        foreach (var (id, content) in inner)
        {
            var box = placement.Boxes[id];
            var top = TitleOf(flowNodes.Find(n => n.Id == id)!);
            placement.Add(content, box.X + FramePadding - content.Extent.X, box.Y + top - content.Extent.Y);
        }

        placement.Extent = Extent(placement, bottom);
        ArtifactLayout.Place(placement, diagram, all);
        return placement;
    }

    /// <summary>Boundary events by the activity they sit on; what claims to sit elsewhere stands alone.</summary>
    private static ILookup<string, DiagramNode> Attached(BpmnDiagram diagram)
    {
        var hosts = diagram.Nodes.Where(n => n.Kind.IsActivity()).ToDictionary(n => n.Id, StringComparer.Ordinal);
        return diagram
            .Nodes.Where(n => n.Kind is NodeKind.BoundaryEvent && n.AttachedTo is not null)
            .Where(n => hosts.TryGetValue(n.AttachedTo!, out var host) && host.Scope == n.Scope)
            .ToLookup(n => n.AttachedTo!, StringComparer.Ordinal);
    }

    private bool IsAttached(DiagramNode node) => node.AttachedTo is { } host && byHost[host].Any(n => n.Id == node.Id);

    /// <summary>Room above the inside: for the name, and who begins a choreography.</summary>
    private static double TitleOf(DiagramNode node) =>
        FrameTitle + (node.Participants.Count > 0 ? ChoreographyShape.BandHeight : 0);

    private static double FootOf(DiagramNode node) =>
        FramePadding + (Math.Max(node.Participants.Count - 1, 0) * ChoreographyShape.BandHeight);

    private Vertex VertexOf(DiagramNode node, int index, Dictionary<string, Placement> inner)
    {
        var (width, height) = ShapeSizes.Of(node);
        if (inner.TryGetValue(node.Id, out var content))
        {
            width = Math.Max(width, content.Extent.Width + (2 * FramePadding));
            height = content.Extent.Height + TitleOf(node) + FootOf(node);
        }

        var events = byHost[node.Id].ToList();
        var label = ShapeSizes.Label(node);
        return new(index, node)
        {
            Width = Math.Max(width, (events.Count * (ShapeSizes.Boundary + 14)) + 20),
            Height = height,
            Reach = label.Width,
            Below =
                events.Count == 0
                    ? label.Height
                    : (ShapeSizes.Boundary / 2) + 16 + events.Max(e => ShapeSizes.Label(e).Height),
            Band = Math.Max(0, lanes.ToList().IndexOf(node.Lane ?? "")),
        };
    }

    private List<Link> LinksOf(List<Vertex> vertices)
    {
        var byId = vertices.ToDictionary(v => v.Node!.Id, StringComparer.Ordinal);
        var boundaries = vertices
            .SelectMany(v => byHost[v.Node!.Id], (v, b) => (Vertex: v, Boundary: b))
            .ToDictionary(p => p.Boundary.Id, StringComparer.Ordinal);
        var links = new List<Link>();
        foreach (var edge in diagram.Edges.Where(e => e.Kind is EdgeKind.SequenceFlow or EdgeKind.Association))
        {
            if (!byId.TryGetValue(edge.Target, out var to))
            {
                continue;
            }

            if (boundaries.TryGetValue(edge.Source, out var attached))
            {
                links.Add(new(edge, attached.Vertex, to, attached.Boundary));
            }
            else if (byId.TryGetValue(edge.Source, out var from))
            {
                links.Add(new(edge, from, to, null));
            }
        }

        return links;
    }

    /// <summary>The graph numbers its vertices from zero; loose ones left gaps.</summary>
    private static List<Vertex> Renumbered(List<Vertex> vertices, List<Link> links)
    {
        if (vertices.Select((v, i) => v.Index == i).All(same => same))
        {
            return vertices;
        }

        var moved = vertices
            .Select(
                (v, i) =>
                    (
                        Old: v,
                        New: new Vertex(i, v.Node)
                        {
                            Width = v.Width,
                            Height = v.Height,
                            Below = v.Below,
                            Reach = v.Reach,
                            Band = v.Band,
                        }
                    )
            )
            .ToDictionary(p => p.Old, p => p.New);
        for (var i = 0; i < links.Count; i++)
        {
            links[i] = new(links[i].Edge, moved[links[i].From], moved[links[i].To], links[i].Boundary);
        }

        return [.. moved.Values];
    }

    /// <summary>Places the connected part; returns its lowest line.</summary>
    private double PlaceLayers(Placement placement, List<Vertex> vertices, List<Link> links)
    {
        if (vertices.Count == 0)
        {
            return 0;
        }

        var graph = LayeredGraph.Of(vertices, links);
        CrossingReduction.Run(graph);
        RowPlacement.Run(graph);
        SeparateLanes(placement, graph);
        var columns = ColumnPlacement.Run(graph);
        foreach (var vertex in graph.Vertices.Where(v => !v.IsBend))
        {
            Put(placement, vertex);
        }

        var routing = new EdgeRouting(graph, columns);
        foreach (var (id, line) in routing.Run(placement.Boxes))
        {
            placement.Lines[id] = line;
        }

        var bottom = Math.Max(graph.Vertices.Max(v => v.Foot), routing.Lowest);
        if (lanes.Count > 0 && placement.Bands.TryGetValue(lanes[^1], out var last))
        {
            bottom = Math.Max(bottom + LanePadding, last.Bottom);
            placement.Bands[lanes[^1]] = last with { Bottom = bottom };
        }

        return bottom;
    }

    /// <summary>Moves each lane's vertices as a whole, so that lanes lie under each other in their order.</summary>
    private void SeparateLanes(Placement placement, LayeredGraph graph)
    {
        if (lanes.Count == 0 || graph.Vertices.TrueForAll(v => v.Node?.Lane is null))
        {
            return;
        }

        var y = 0.0;
        var members = graph.Vertices.ToLookup(v => v.Band);
        for (var band = 0; band < lanes.Count; band++)
        {
            var top = y;
            if (members[band].Any())
            {
                var shift = y + LanePadding - members[band].Min(v => v.Top);
                foreach (var vertex in members[band])
                {
                    vertex.Y += shift;
                }

                y = members[band].Max(v => v.Foot) + LanePadding;
            }
            else
            {
                y += 2 * LanePadding;
            }

            y = Math.Max(y, top + 80);
            placement.Bands[lanes[band]] = (top, y);
        }
    }

    private void Put(Placement placement, Vertex vertex)
    {
        var node = vertex.Node!;
        placement.Boxes[node.Id] = new(vertex.Left, vertex.Top, vertex.Width, vertex.Height);

        // Boundary events stand on the lower edge, from the right, where they cross no line into the activity.
        var x = vertex.Right - 12 - ShapeSizes.Boundary;
        foreach (var boundary in byHost[node.Id].Reverse())
        {
            var top = vertex.Bottom - (ShapeSizes.Boundary / 2);
            placement.Boxes[boundary.Id] = new(x, top, ShapeSizes.Boundary, ShapeSizes.Boundary);
            x -= ShapeSizes.Boundary + 14;
        }
    }

    private double PlaceRows(Placement placement, List<Vertex> loose, double bottom)
    {
        var (x, y, height) = (0.0, placement.Boxes.Count == 0 ? 0 : bottom + RowGap, 0.0);
        foreach (var vertex in loose)
        {
            var width = Math.Max(vertex.Width, vertex.Reach);
            if (x > 0 && x + width > RowWidth)
            {
                (x, y, height) = (0, y + height + RowGap, 0);
            }

            vertex.X = x + (width / 2);
            vertex.Y = y + (vertex.Height / 2);
            Put(placement, vertex);
            x += width + RowGap;
            height = Math.Max(height, vertex.Height + vertex.Below);
        }

        return loose.Count == 0 ? bottom : y + height;
    }

    private static Box Extent(Placement placement, double bottom)
    {
        var extent = placement.Boxes.Values.Aggregate((Box?)null, (all, box) => all?.Union(box) ?? box) ?? default;
        foreach (var point in placement.Lines.Values.SelectMany(l => l))
        {
            extent = extent.Union(new(point.X, point.Y, 0, 0));
        }

        return extent with
        {
            Height = Math.Max(extent.Height, bottom - extent.Y),
        };
    }
}
