using Approvals.Workflow.Diagram.Shapes;

namespace Approvals.Workflow.Diagram.Layout;

/// <summary>
/// Gives a diagram without positions a layered one from left to right: pools below each other with their lanes, in
/// them processes, in them sub-processes. No two shapes overlap unless one contains the other or sits on its border,
/// all lines are orthogonal, and the same file always gives the same picture.
/// </summary>
public static class DiagramLayout
{
    private const double PoolGap = 56;
    private const double PoolPadding = 28;
    private const double LinePadding = 16;
    private const double BlackBoxHeight = 60;
    private const double LeastPoolWidth = 320;

    public static BpmnDiagram Arrange(BpmnDiagram diagram)
    {
        var whole = new Placement();
        var y = 0.0;
        var framed = new HashSet<string>(StringComparer.Ordinal);
        var pools = diagram.Nodes.Where(n => n.Kind is NodeKind.Pool).ToList();
        if (ConversationLayout.Applies(diagram))
        {
            y = ConversationLayout.Place(whole, diagram);
            pools.Clear();
        }

        var contents = pools
            .Where(p => p.Process is { } process && framed.Add(process))
            .ToDictionary(p => p.Id, p => Content(diagram, p.Process!), StringComparer.Ordinal);
        var width = contents
            .Values.Select(c => c.Placement.Extent.Width + c.Bands + (2 * PoolPadding))
            .Append(LeastPoolWidth)
            .Max();

        foreach (var pool in pools)
        {
            var height = contents.TryGetValue(pool.Id, out var content)
                ? PutPool(whole, diagram, pool, content, y, width)
                : BlackBoxHeight;
            whole.Boxes[pool.Id] = new(0, y, width, height);
            y += height + PoolGap;
        }

        foreach (var process in LooseProcesses(diagram, framed))
        {
            var content = Content(diagram, process);
            whole.Add(content.Placement, content.Bands - content.Placement.Extent.X, y - content.Placement.Extent.Y);
            PutLanes(whole, diagram, process, 0, content.Placement.Extent.Width + content.Bands + PoolPadding);
            y += content.Placement.Extent.Height + PoolGap;
        }

        AddBesidePools(whole, diagram, y);
        return Arranged(diagram, whole);
    }

    /// <summary>What stands in a pool, and the width its lanes' name bands take.</summary>
    private sealed record PoolContent(Placement Placement, double Bands, bool HasLanes);

    private static PoolContent Content(BpmnDiagram diagram, string process)
    {
        var lanes = diagram.Nodes.Where(n => n.Kind is NodeKind.Lane && n.Scope == process).ToList();
        var parents = lanes.Select(l => l.Lane).ToHashSet();
        var leaves = lanes.Where(l => !parents.Contains(l.Id)).Select(l => l.Id).ToList();
        var placement = new ScopeLayout(diagram, leaves).Of(process);
        var depth = lanes.Count == 0 ? 0 : lanes.Max(l => DepthOf(l, lanes)) + 1;
        var used = placement.Bands.Count > 0;
        return new(placement, used ? (depth * PoolShape.Band) + PoolPadding : 0, used);
    }

    private static int DepthOf(DiagramNode lane, List<DiagramNode> lanes)
    {
        var depth = 0;
        for (var parent = lane.Lane; parent is not null && depth < lanes.Count; depth++)
        {
            parent = lanes.Find(l => l.Id == parent)?.Lane;
        }

        return depth;
    }

    private static double PutPool(
        Placement whole,
        BpmnDiagram diagram,
        DiagramNode pool,
        PoolContent content,
        double y,
        double width
    )
    {
        var extent = content.Placement.Extent;
        var (top, end) = (extent.Y - PoolPadding, extent.Bottom + PoolPadding);
        if (content.HasLanes)
        {
            top = Math.Min(extent.Y - LinePadding, content.Placement.Bands.Values.Min(b => b.Top));
            end = Math.Max(extent.Bottom, content.Placement.Bands.Values.Max(b => b.Bottom));
        }

        var left = PoolShape.Band + (content.HasLanes ? content.Bands : PoolPadding);
        whole.Add(content.Placement, left - extent.X, y - top);
        var bottom = y + end - top;
        if (content.HasLanes)
        {
            StretchBands(whole, content.Placement.Bands.Keys, y, bottom);
            PutLanes(whole, diagram, pool.Process!, PoolShape.Band, width - PoolShape.Band);
        }

        return bottom - y;
    }

    /// <summary>The outer lanes reach the pool's edges, also past notes above and data below.</summary>
    private static void StretchBands(Placement whole, IEnumerable<string> lanes, double top, double bottom)
    {
        var ordered = lanes.OrderBy(l => whole.Bands[l].Top).ToList();
        whole.Bands[ordered[0]] = whole.Bands[ordered[0]] with { Top = top };
        whole.Bands[ordered[^1]] = whole.Bands[ordered[^1]] with { Bottom = bottom };
    }

    private static void PutLanes(Placement whole, BpmnDiagram diagram, string process, double x, double width)
    {
        var lanes = diagram.Nodes.Where(n => n.Kind is NodeKind.Lane && n.Scope == process).ToList();
        foreach (var lane in lanes.AsEnumerable().Reverse())
        {
            var inner = lanes.Where(l => l.Lane == lane.Id && whole.Bands.ContainsKey(l.Id)).ToList();
            if (inner.Count > 0)
            {
                whole.Bands[lane.Id] = (
                    inner.Min(l => whole.Bands[l.Id].Top),
                    inner.Max(l => whole.Bands[l.Id].Bottom)
                );
            }

            if (whole.Bands.TryGetValue(lane.Id, out var band))
            {
                var indent = DepthOf(lane, lanes) * PoolShape.Band;
                whole.Boxes[lane.Id] = new(x + indent, band.Top, width - indent, band.Bottom - band.Top);
            }
        }
    }

    private static List<string> LooseProcesses(BpmnDiagram diagram, HashSet<string> framed)
    {
        var inner = diagram.Nodes.Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. diagram
                .Nodes.Select(n => n.Scope)
                .OfType<string>()
                .Where(s => !framed.Contains(s) && !inner.Contains(s))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>Notes and data of the collaboration itself stand under everything.</summary>
    private static void AddBesidePools(Placement whole, BpmnDiagram diagram, double y)
    {
        var x = 0.0;
        foreach (var node in diagram.Nodes.Where(n => !whole.Boxes.ContainsKey(n.Id) && n.Kind is not NodeKind.Lane))
        {
            var (width, height) = ShapeSizes.Of(node);
            whole.Boxes[node.Id] = new(x, y, width, height);
            x += width + PoolGap;
        }
    }

    private static BpmnDiagram Arranged(BpmnDiagram diagram, Placement whole)
    {
        var nodes = diagram
            .Nodes.Where(n => whole.Boxes.ContainsKey(n.Id))
            .Select(n => n with { Bounds = whole.Boxes[n.Id] })
            .ToList();
        var obstacles = new Obstacles(nodes, whole.Boxes);
        var edges = new Dictionary<string, DiagramEdge>(StringComparer.Ordinal);

        // Associations may end at flows: once these have their lines, the middle of the line is the end.
        foreach (
            var edge in diagram.Edges.OrderBy(e =>
                !whole.Boxes.ContainsKey(e.Source) || !whole.Boxes.ContainsKey(e.Target)
            )
        )
        {
            if (whole.Lines.TryGetValue(edge.Id, out var line))
            {
                edges[edge.Id] = edge with { Waypoints = line };
            }
            else if (EndOf(edge.Source) is { } from && EndOf(edge.Target) is { } to)
            {
                edges[edge.Id] = edge with { Waypoints = obstacles.Connect(edge, from, to) };
            }
        }

        return diagram with
        {
            Nodes = nodes,
            Edges = [.. diagram.Edges.Where(e => edges.ContainsKey(e.Id)).Select(e => edges[e.Id])],
        };

        Box? EndOf(string id) =>
            whole.Boxes.TryGetValue(id, out var box) ? box
            : edges.TryGetValue(id, out var edge) && Polyline.Middle(edge.Waypoints) is var middle
                ? new Box(middle.X, middle.Y, 0, 0)
            : null;
    }
}
