namespace Approvals.Workflow.Diagram.Layout;

/// <summary>
/// Conversations without a drawing: the participants side by side, below them each conversation in a row of its own,
/// between the columns of the participants, with links that go down and then to it.
/// </summary>
internal static class ConversationLayout
{
    private const double Pitch = 240;
    private const double Gap = 48;

    public static bool Applies(BpmnDiagram diagram) =>
        diagram.Nodes.Any(n => n.Kind.IsConversation())
        && !diagram.Nodes.Any(n => n.Kind.IsFlowNode())
        && diagram.Nodes.Any(n => n.Kind is NodeKind.Pool);

    /// <summary>Returns the line below everything placed.</summary>
    public static double Place(Placement placement, BpmnDiagram diagram)
    {
        var (x, bottom) = (0.0, 0.0);
        foreach (var pool in diagram.Nodes.Where(n => n.Kind is NodeKind.Pool))
        {
            var (width, height) = ShapeSizes.Of(pool);
            placement.Boxes[pool.Id] = new(x, 0, width, height);
            (x, bottom) = (x + Pitch, height);
        }

        foreach (var conversation in diagram.Nodes.Where(n => n.Kind.IsConversation()))
        {
            var (width, height) = ShapeSizes.Of(conversation);
            var center = CenterOf(placement, diagram, conversation.Id);
            placement.Boxes[conversation.Id] = new(center - (width / 2), bottom + Gap, width, height);
            bottom += Gap + height;
        }

        foreach (var link in diagram.Edges.Where(e => e.Kind is EdgeKind.ConversationLink))
        {
            Connect(placement, diagram, link);
        }

        return bottom + Gap;
    }

    /// <summary>In the middle of its participants, but never under one of them, where its links run.</summary>
    private static double CenterOf(Placement placement, BpmnDiagram diagram, string conversation)
    {
        var partners = diagram
            .Edges.Where(e => e.Source == conversation || e.Target == conversation)
            .Select(e => e.Source == conversation ? e.Target : e.Source)
            .Where(placement.Boxes.ContainsKey)
            .Select(id => placement.Boxes[id].CenterX)
            .DefaultIfEmpty(0)
            .ToList();
        var middle = (partners.Min() + partners.Max()) / 2;
        var column = Math.Floor(middle / Pitch) * Pitch;
        return column + (Pitch / 2) + (ShapeSizes.Of(new("", NodeKind.Pool)).Width / 2);
    }

    private static void Connect(Placement placement, BpmnDiagram diagram, DiagramEdge link)
    {
        var downwards = diagram.Nodes.Any(n => n.Id == link.Source && n.Kind is NodeKind.Pool);
        var (above, below) = downwards ? (link.Source, link.Target) : (link.Target, link.Source);
        if (
            placement.Boxes.TryGetValue(above, out var pool)
            && placement.Boxes.TryGetValue(below, out var conversation)
            && pool.Bottom < conversation.Y
        )
        {
            var side = pool.CenterX < conversation.CenterX ? conversation.X : conversation.Right;
            List<Point> line =
            [
                new(pool.CenterX, pool.Bottom),
                new(pool.CenterX, conversation.CenterY),
                new(side, conversation.CenterY),
            ];
            if (!downwards)
            {
                line.Reverse();
            }

            placement.Lines[link.Id] = line;
        }
    }
}
