namespace Approvals.Workflow.Diagram.Layout;

/// <summary>
/// What a connector should not run across: every shape but frames. When a plain line crosses some, ways around each of
/// them are tried, and the one that crosses fewest wins.
/// </summary>
internal sealed class Obstacles(IReadOnlyList<DiagramNode> nodes, IReadOnlyDictionary<string, Box> boxes)
{
    private const double Clear = 14;
    private const double Lane = 6;

    /// <summary>Shapes compared with lines in one layout; a drawing with more has plain lines.</summary>
    private const int MostComparisons = 4_000_000;

    private readonly List<(string Id, Box Box)> shapes =
    [
        .. nodes
            .Where(n =>
                n.Kind is not (NodeKind.Pool or NodeKind.Lane or NodeKind.Group)
                && !(n.Expanded && n.Kind.IsContainer())
            )
            .Select(n => (n.Id, boxes[n.Id])),
    ];

    private readonly List<double> corridors = [];
    private int comparisons;

    public IReadOnlyList<Point> Connect(DiagramEdge edge, Box from, Box to)
    {
        var plain = Connector.Between(from, to, edge.Kind);
        var crossed = Crossed(plain, edge);
        var (best, fewest) = (plain, crossed.Count);
        foreach (var shape in crossed.Take(4))
        {
            foreach (var x in (double[])[shape.X - Clear, shape.Right + Clear])
            {
                var around = Around(from, to, Free(x, x < shape.X ? -Lane : Lane));
                var count = around.Count == 0 ? int.MaxValue : Crossed(around, edge).Count;
                if (count < fewest)
                {
                    (best, fewest) = (around, count);
                }
            }
        }

        if (best != plain)
        {
            corridors.AddRange(best.Zip(best.Skip(1)).Where(s => s.First.X == s.Second.X).Select(s => s.First.X));
        }

        return best;
    }

    /// <summary>Beside the lines that pass there already.</summary>
    private double Free(double x, double step)
    {
        while (corridors.Exists(used => Math.Abs(used - x) < Lane))
        {
            x += step;
        }

        return x;
    }

    /// <summary>Down (or up) a corridor at <paramref name="x"/>; empty when neither end lies above the other.</summary>
    private static List<Point> Around(Box from, Box to, double x)
    {
        var down = from.Bottom + (2 * Clear) <= to.Y;
        if (!down && to.Bottom + (2 * Clear) > from.Y)
        {
            return [];
        }

        var (start, end) = down ? (from.Bottom, to.Y) : (from.Y, to.Bottom);
        var (first, last) = down ? (start + Clear, end - Clear) : (start - Clear, end + Clear);
        var (fromX, toX) = (Near(from, x), Near(to, x));
        List<Point> line =
        [
            new(fromX, start),
            new(fromX, first),
            new(x, first),
            new(x, last),
            new(toX, last),
            new(toX, end),
        ];
        return [.. line.Where((point, i) => i == 0 || point != line[i - 1])];
    }

    private static double Near(Box box, double x) => x > box.X + 6 && x < box.Right - 6 ? x : box.CenterX;

    private List<Box> Crossed(IReadOnlyList<Point> line, DiagramEdge edge)
    {
        var crossed = new List<Box>();
        comparisons += shapes.Count * line.Count;
        if (comparisons > MostComparisons)
        {
            return crossed;
        }

        foreach (var (id, box) in shapes)
        {
            if (id != edge.Source && id != edge.Target && Crosses(line, box))
            {
                crossed.Add(box);
            }
        }

        return crossed;
    }

    private static bool Crosses(IReadOnlyList<Point> line, Box box)
    {
        for (var i = 1; i < line.Count; i++)
        {
            if (Box.Around(line[i - 1], line[i]).Inflate(1).Overlaps(box))
            {
                return true;
            }
        }

        return false;
    }
}
