namespace Approvals.Workflow.Diagram.Layout;

/// <summary>
/// Orthogonal lines for the links of one placed graph. Lines bend only in the gaps between layers, or right above and
/// below a shape when nothing stands there; lines that lead back pass below everything on their way.
/// </summary>
internal sealed class EdgeRouting(LayeredGraph graph, List<(double Left, double Right)> columns)
{
    private const double Clear = 10;
    private const double Detour = 240;

    private readonly Dictionary<int, int> tracks = [];
    private readonly Dictionary<(int Gap, Vertex From), double> shared = [];
    private readonly BackLines backs = new(graph);

    private readonly FlowPorts ports = new(graph);

    /// <summary>The lowest line drawn; frames must reach further.</summary>
    public double Lowest { get; private set; } = double.MinValue;

    public Dictionary<string, IReadOnlyList<Point>> Run(IReadOnlyDictionary<string, Box> boundaries)
    {
        var routes = new Dictionary<string, IReadOnlyList<Point>>(StringComparer.Ordinal);
        foreach (var link in graph.Links.OrderBy(l => l.Back).ThenBy(l => l.To.Layer - l.From.Layer))
        {
            var box = link.Boundary is { } boundary ? boundaries[boundary.Id] : (Box?)null;
            var points =
                link.From == link.To ? Around(link.From, box)
                : link.Back ? BackRoute(link, box)
                : Forward(link, box);
            routes[link.Edge.Id] = Simplified(points);
            Lowest = Math.Max(Lowest, points.Max(p => p.Y));
        }

        return routes;
    }

    private List<Point> Forward(Link link, Box? boundary)
    {
        var path = link.Path;
        var points = new List<Point>();
        var second = path[1];
        var start = 1;
        if (boundary is { } box)
        {
            points.Add(new(box.CenterX, box.Bottom));
            if (second.Y > link.From.Foot && ColumnFree(link.From, second.Y))
            {
                points.Add(new(box.CenterX, second.Y));
            }
            else
            {
                points.Add(new(box.CenterX, link.From.Foot));
                Bend(points, link.From, link.From.Foot, second.Y);
            }
        }
        else if (link.From.IsGateway && IsPast(link.From, second.Y) && ColumnFree(link.From, second.Y))
        {
            points.Add(new(link.From.X, second.Y > link.From.Y ? link.From.Bottom : link.From.Top));
            points.Add(new(link.From.X, second.Y));
        }
        else if (link.From.IsGateway && IsPast(link.From, second.Y) && ports.LeavesStraight(link.From))
        {
            // Its own corner, so that the mark of a default flow stands on one line only.
            var down = second.Y > link.From.Y;
            var corner = down ? link.From.Bottom : link.From.Top;
            var step = down ? corner + Clear : corner - Clear;
            points.Add(new(link.From.X, corner));
            points.Add(new(link.From.X, step));
            Bend(points, link.From, step, second.Y);
        }
        else
        {
            start = 0;
            var port = ports.Of(link);
            points.Add(new(link.From.Right, port));
            if (Math.Abs(port - link.From.Y) > 0.5)
            {
                Bend(points, link.From, port, second.Y);
                start = 1;
            }
        }

        for (var i = Math.Max(start, 0); i + 1 < path.Count; i++)
        {
            var (here, next) = (path[i], path[i + 1]);
            var last = i + 2 == path.Count;
            if (Math.Abs(here.Y - next.Y) < 0.5)
            {
                continue;
            }

            if (last && next.IsGateway && IsPast(next, here.Y) && ColumnFree(next, here.Y))
            {
                points.Add(new(next.X, here.Y));
                points.Add(new(next.X, here.Y > next.Y ? next.Bottom : next.Top));
                return points;
            }

            Bend(points, here, here.Y, next.Y);
        }

        points.Add(new(link.To.Left, link.To.Y));
        return points;
    }

    /// <summary>Whether a line at this height passes above or below the shape.</summary>
    private static bool IsPast(Vertex vertex, double y) => y < vertex.Top || y > vertex.Bottom;

    private void Bend(List<Point> points, Vertex from, double fromY, double toY)
    {
        var x = TrackRightOf(from.Layer, from);
        points.Add(new(x, fromY));
        points.Add(new(x, toY));
    }

    private List<Point> BackRoute(Link link, Box? boundary)
    {
        var (from, to) = (link.From, link.To);
        var y = BackLine(from, to, mayPassAbove: boundary is null);
        var points = new List<Point>();
        if (boundary is { } box)
        {
            points.Add(new(box.CenterX, box.Bottom));
            AddDescent(points, from, box.CenterX, from.Foot, y);
        }
        else if (ColumnFree(from, y))
        {
            points.Add(new(from.X, y > from.Y ? from.Bottom : from.Top));
            points.Add(new(from.X, y));
        }
        else
        {
            points.Add(new(from.Right, from.Y));
            Bend(points, from, from.Y, y);
        }

        if (ColumnFree(to, y))
        {
            points.Add(new(to.X, y));
            points.Add(new(to.X, y > to.Y ? to.Bottom : to.Top));
        }
        else
        {
            var x = TrackLeftOf(to.Layer);
            points.Add(new(x, y));
            points.Add(new(x, to.Y));
            points.Add(new(to.Left, to.Y));
        }

        return points;
    }

    private void AddDescent(List<Point> points, Vertex from, double x, double foot, double y)
    {
        if (ColumnFree(from, y))
        {
            points.Add(new(x, y));
        }
        else
        {
            points.Add(new(x, foot));
            Bend(points, from, foot, y);
        }
    }

    /// <summary>A flow to its own source goes around its lower right corner.</summary>
    private List<Point> Around(Vertex vertex, Box? boundary)
    {
        var x = TrackRightOf(vertex.Layer, vertex);
        if (boundary is { } box)
        {
            return
            [
                new(box.CenterX, box.Bottom),
                new(box.CenterX, vertex.Foot),
                new(x, vertex.Foot),
                new(x, vertex.Y),
                new(vertex.Right, vertex.Y),
            ];
        }

        var y = vertex.Bottom + (Clear * 1.6);
        return
        [
            new(vertex.Right, vertex.Y),
            new(x, vertex.Y),
            new(x, y),
            new(vertex.X, y),
            new(vertex.X, vertex.Bottom),
        ];
    }

    /// <summary>Whether an upright line can run from a vertex to a height without meeting another of its layer.</summary>
    private bool ColumnFree(Vertex vertex, double y)
    {
        var layer = graph.Layers[vertex.Layer];
        var step = y > vertex.Y ? 1 : -1;
        if (step > 0 && vertex.Below > 0 && !vertex.IsGateway && vertex.Node is { } node && !node.Kind.IsActivity())
        {
            return false;
        }

        for (var i = vertex.Order + step; i >= 0 && i < layer.Count; i += step)
        {
            var other = layer[i];
            var reached = step > 0 ? other.Top - Clear < y : other.Foot + Clear > y;
            if (reached && !(other.IsBend && Math.Abs(other.Y - y) < 0.5))
            {
                return false;
            }

            if (!reached)
            {
                break;
            }
        }

        return true;
    }

    /// <summary>
    /// The first free height above or below everything between two vertices, whichever is the shorter way, kept apart
    /// from other lines that lead back.
    /// </summary>
    private double BackLine(Vertex from, Vertex to, bool mayPassAbove)
    {
        var (first, last) = (Math.Min(from.Layer, to.Layer), Math.Max(from.Layer, to.Layer));
        var below = backs.Below(first, last);
        var above = backs.Above(first, last);
        var y = mayPassAbove && Cost(above) < Cost(below) ? above : below;
        backs.Take(first, last, y);
        return y;

        // An end that can't be reached straight costs a detour; at the start it also runs beside what leads on.
        double Cost(double line) =>
            Math.Abs(from.Y - line)
            + Math.Abs(to.Y - line)
            + (ColumnFree(from, line) ? 0 : 2 * Detour)
            + (ColumnFree(to, line) ? 0 : Detour);
    }

    /// <summary>Lines that leave the same shape share their upright part, as the branches of a tree.</summary>
    private double TrackRightOf(int layer, Vertex from)
    {
        if (!shared.TryGetValue((layer, from), out var x))
        {
            var mark = ports.BearMarks(from) ? FlowPorts.Mark : 0;
            x = columns[layer].Right + mark + (ColumnPlacement.Track * NextTrack(layer));
            shared[(layer, from)] = x;
        }

        return x;
    }

    private double TrackLeftOf(int layer) => columns[layer].Left - (ColumnPlacement.Track * 1.5);

    private int NextTrack(int gap) => tracks[gap] = tracks.GetValueOrDefault(gap) + 1;

    /// <summary>Without points that lie on the straight between their neighbours.</summary>
    private static List<Point> Simplified(List<Point> points)
    {
        var kept = new List<Point>();
        foreach (var point in points)
        {
            if (kept.Count > 0 && kept[^1] == point)
            {
                continue;
            }

            if (kept.Count > 1 && (OnLine(kept[^2].X, kept[^1].X, point.X) || OnLine(kept[^2].Y, kept[^1].Y, point.Y)))
            {
                kept[^1] = point;
            }
            else
            {
                kept.Add(point);
            }
        }

        return kept;
    }

    private static bool OnLine(double a, double b, double c) => Math.Abs(a - b) < 1e-6 && Math.Abs(b - c) < 1e-6;
}
