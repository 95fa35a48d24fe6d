namespace Approvals.Workflow.Diagram.Layout;

/// <summary>Notes stand in a row above what they speak of, data in a row below, each as near to its element as its row allows.</summary>
internal static class ArtifactLayout
{
    private const double RowGap = 36;
    private const double Gap = 24;
    private const double LeastRow = 600;

    public static void Place(Placement placement, BpmnDiagram diagram, List<DiagramNode> members)
    {
        var width = Math.Max(placement.Extent.Right, LeastRow);
        var notes = Rows(Wanted(placement, diagram, members.Where(n => n.Kind is NodeKind.TextAnnotation)), width);
        foreach (var row in notes.Take(1).Where(BelongsToSomething).Concat(Upwards(notes)))
        {
            var height = row.Max(n => n.Height);
            var top = placement.Extent.Y - RowGap - height;
            Put(placement, row, n => top + height - n.Height);
            placement.Extent = placement.Extent.Union(Hull(placement, row));
        }

        foreach (var row in Rows(Wanted(placement, diagram, members.Where(n => n.Kind.IsData())), width))
        {
            var top = placement.Extent.Bottom + RowGap;
            Put(placement, row, _ => top);
            var hull = Hull(placement, row);
            var label = row.Max(d => ShapeSizes.Label(d.Node).Height);
            placement.Extent = placement.Extent.Union(hull with { Height = hull.Height + label });
        }
    }

    /// <summary>Rows of what belongs to nothing are read from the top, and placed from the bottom.</summary>
    private static IEnumerable<List<Wish>> Upwards(List<List<Wish>> rows) =>
        rows.SkipWhile(BelongsToSomething).Reverse();

    private static bool BelongsToSomething(List<Wish> row) => row[0].Center is not null;

    /// <summary>Center is null for what belongs to nothing and goes where there is room.</summary>
    private sealed record Wish(DiagramNode Node, double Width, double Height, double? Center)
    {
        public double Reach => Math.Max(Width, ShapeSizes.Label(Node).Width);
    }

    private static List<Wish> Wanted(Placement placement, BpmnDiagram diagram, IEnumerable<DiagramNode> nodes) =>
        [
            .. nodes
                .Select(node =>
                {
                    var (width, height) = ShapeSizes.Of(node);
                    var partner = diagram
                        .Edges.Where(e => e.Source == node.Id || e.Target == node.Id)
                        .Select(e => e.Source == node.Id ? e.Target : e.Source)
                        .FirstOrDefault(placement.Boxes.ContainsKey);
                    return new Wish(node, width, height, partner is null ? null : placement.Boxes[partner].CenterX);
                })
                .OrderBy(w => w.Center ?? double.MaxValue),
        ];

    /// <summary>The first row holds what belongs to something; the rest fills rows up to the width.</summary>
    private static List<List<Wish>> Rows(List<Wish> wishes, double width)
    {
        var rows = new List<List<Wish>>();
        var used = 0.0;
        foreach (var wish in wishes)
        {
            if (rows.Count == 0 || (wish.Center is null && used + wish.Reach > width))
            {
                rows.Add([]);
                used = 0;
            }

            rows[^1].Add(wish);
            used = Math.Max(used, (wish.Center ?? 0) - (wish.Reach / 2)) + wish.Reach + Gap;
        }

        return rows;
    }

    private static void Put(Placement placement, List<Wish> wishes, Func<Wish, double> top)
    {
        var free = wishes[0].Center is { } first ? first - (wishes[0].Reach / 2) : 0;
        foreach (var wish in wishes)
        {
            var center = Math.Max(wish.Center ?? 0, free + (wish.Reach / 2));
            placement.Boxes[wish.Node.Id] = new(center - (wish.Width / 2), top(wish), wish.Width, wish.Height);
            free = center + (wish.Reach / 2) + Gap;
        }
    }

    private static Box Hull(Placement placement, List<Wish> wishes) =>
        wishes.Select(w => placement.Boxes[w.Node.Id]).Aggregate((a, b) => a.Union(b));
}
