namespace Approvals.Workflow.Diagram.Layout;

/// <summary>Notes stand in a row above what they speak of, data in a row below, each as near to its element as its row allows.</summary>
internal static class ArtifactLayout
{
    private const double RowGap = 36;
    private const double Gap = 24;

    public static void Place(Placement placement, BpmnDiagram diagram, List<DiagramNode> members)
    {
        var notes = Wanted(placement, diagram, members.Where(n => n.Kind is NodeKind.TextAnnotation));
        if (notes.Count > 0)
        {
            var height = notes.Max(n => n.Height);
            var top = placement.Extent.Y - RowGap - height;
            Row(placement, notes, n => top + height - n.Height);
            placement.Extent = placement.Extent.Union(Hull(placement, notes));
        }

        var data = Wanted(placement, diagram, members.Where(n => n.Kind.IsData()));
        if (data.Count > 0)
        {
            var top = placement.Extent.Bottom + RowGap;
            Row(placement, data, _ => top);
            var hull = Hull(placement, data);
            var label = data.Max(d => ShapeSizes.Label(d.Node).Height);
            placement.Extent = placement.Extent.Union(hull with { Height = hull.Height + label });
        }
    }

    private sealed record Wish(DiagramNode Node, double Width, double Height, double Center);

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
                    var center = partner is null ? width / 2 : placement.Boxes[partner].CenterX;
                    return new Wish(node, width, height, center);
                })
                .OrderBy(w => w.Center),
        ];

    private static void Row(Placement placement, List<Wish> wishes, Func<Wish, double> top)
    {
        var free = double.MinValue;
        foreach (var wish in wishes)
        {
            var reach = Math.Max(wish.Width, ShapeSizes.Label(wish.Node).Width);
            var center = Math.Max(wish.Center, free + (reach / 2));
            placement.Boxes[wish.Node.Id] = new(center - (wish.Width / 2), top(wish), wish.Width, wish.Height);
            free = center + (reach / 2) + Gap;
        }
    }

    private static Box Hull(Placement placement, List<Wish> wishes) =>
        wishes.Select(w => placement.Boxes[w.Node.Id]).Aggregate((a, b) => a.Union(b));
}
