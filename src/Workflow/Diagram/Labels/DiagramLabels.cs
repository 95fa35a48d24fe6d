using Approvals.Workflow.Diagram.Shapes;

namespace Approvals.Workflow.Diagram.Labels;

/// <summary>Names and captions beside shapes and lines, where they cover nothing that is drawn.</summary>
internal static class DiagramLabels
{
    public static void Draw(Picture picture, BpmnDiagram diagram)
    {
        var places = new LabelPlaces();
        foreach (var node in diagram.Nodes.Where(n => n.Kind is NodeKind.Pool or NodeKind.Lane or NodeKind.Group))
        {
            places.BlockBorder(node.Bounds);
            if (node.Kind is NodeKind.Group)
            {
                places.Block(ArtifactShape.TitleOf(node));
            }
        }

        foreach (
            var node in diagram.Nodes.Where(n =>
                !DiagramSvg.IsFrame(n)
                && n.Kind is not (NodeKind.Pool or NodeKind.Lane or NodeKind.Group or NodeKind.ParticipantBand)
            )
        )
        {
            places.Block(node.Bounds);
            if (LoadBadge.TextOf(picture, node.Id) is { } count)
            {
                places.Block(LoadBadge.PlaceOf(node, count));
            }
        }

        foreach (
            var band in diagram.Nodes.Where(n =>
                n.Kind is NodeKind.ParticipantBand && n.Message is not MessageMark.None
            )
        )
        {
            places.Block(MessageShape.PlaceBeside(band));
        }

        foreach (var edge in diagram.Edges)
        {
            places.Block(edge.Waypoints);
            if (edge.Default)
            {
                places.Block(FlowShape.SlashOf(edge));
            }

            if (edge.Message is not MessageMark.None)
            {
                places.Block(MessageShape.PlaceOn(edge));
            }
        }

        if (!picture.Options.Compact)
        {
            // Where several flows leave at one point, what they have in common is no place for the name of one.
            var trunks = diagram
                .Edges.Where(e => e.Kind is EdgeKind.SequenceFlow && e.Waypoints.Count > 2)
                .GroupBy(e => e.Waypoints[0])
                .Where(g => g.Count() > 1)
                .Select(g => g.Key)
                .ToHashSet();
            foreach (var edge in diagram.Edges.Where(e => e.Name.Length > 0))
            {
                FlowLabel.Draw(picture, places, edge, trunks.Contains(edge.Waypoints[0]));
            }
        }

        foreach (var node in diagram.Nodes.Where(n => n.Kind is not (NodeKind.Pool or NodeKind.Lane)))
        {
            NodeLabel.Draw(picture, places, node);
        }
    }
}
