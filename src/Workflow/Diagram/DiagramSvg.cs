using Approvals.Workflow.Diagram.Labels;
using Approvals.Workflow.Diagram.Shapes;

namespace Approvals.Workflow.Diagram;

/// <summary>
/// Draws a BPMN diagram as SVG text: the one process picture of the platform, without JavaScript. The same input
/// gives the same bytes. Names of the model are escaped; nothing of the model reaches markup.
/// </summary>
public static class DiagramSvg
{
    public static string Render(BpmnDiagram diagram, DiagramState state, DiagramOptions options)
    {
        var picture = new Picture(state, options);
        DrawFrames(picture, diagram);
        DrawFlows(picture, diagram);
        DrawNodes(picture, diagram);
        DiagramLabels.Draw(picture, diagram);
        DrawProgress(picture, diagram);
        return Document(picture);
    }

    /// <summary>What lies under everything else: pools around lanes, outer sub-processes around inner ones.</summary>
    private static void DrawFrames(Picture picture, BpmnDiagram diagram)
    {
        foreach (var pool in diagram.Nodes.Where(n => n.Kind is NodeKind.Pool or NodeKind.Lane).OrderBy(n => n.Kind))
        {
            PoolShape.Draw(picture, pool);
        }

        foreach (var frame in diagram.Nodes.Where(IsFrame).OrderByDescending(n => n.Bounds.Width * n.Bounds.Height))
        {
            DrawNode(picture, diagram, frame);
        }
    }

    private static void DrawFlows(Picture picture, BpmnDiagram diagram)
    {
        var kinds = new Dictionary<string, NodeKind>(StringComparer.Ordinal);
        foreach (var node in diagram.Nodes)
        {
            kinds[node.Id] = node.Kind;
        }

        // What was taken is drawn last, so that no grey line cuts a jade one.
        foreach (var edge in diagram.Edges.OrderBy(e => picture.State.TakenFlows.Contains(e.Id)))
        {
            FlowShape.Draw(picture, edge, kinds.TryGetValue(edge.Source, out var source) && source.IsActivity());
        }
    }

    private static void DrawNodes(Picture picture, BpmnDiagram diagram)
    {
        var shapes = diagram.Nodes.Where(n => !IsFrame(n) && n.Kind is not (NodeKind.Pool or NodeKind.Lane));
        foreach (var node in shapes.OrderBy(n => n.Kind is NodeKind.BoundaryEvent or NodeKind.ParticipantBand))
        {
            DrawNode(picture, diagram, node);
        }

        // Bands cover the border that tells how far the activity is.
        foreach (var node in diagram.Nodes.Where(n => n.Kind.IsChoreography() && picture.State.Of(n.Id) is not null))
        {
            ChoreographyShape.DrawBorder(picture, node);
        }
    }

    private static void DrawNode(Picture picture, BpmnDiagram diagram, DiagramNode node)
    {
        switch (node.Kind)
        {
            case NodeKind.ParticipantBand:
                BandShape.Draw(picture, node);
                break;
            case NodeKind.Message:
                MessageShape.Draw(picture, node);
                break;
            case NodeKind.TextAnnotation or NodeKind.Group:
                ArtifactShape.Draw(picture, node);
                break;
            case var kind when kind.IsChoreography():
                ChoreographyShape.Draw(picture, node, BandsOf(diagram, node));
                break;
            case var kind when kind.IsActivity():
                ActivityShape.Draw(picture, node);
                break;
            case var kind when kind.IsEvent():
                EventShape.Draw(picture, node);
                break;
            case var kind when kind.IsGateway():
                GatewayShape.Draw(picture, node);
                break;
            case var kind when kind.IsData():
                DataShape.Draw(picture, node);
                break;
            case var kind when kind.IsConversation():
                ConversationShape.Draw(picture, node);
                break;
            default:
                throw new InvalidOperationException($"No shape for {node.Kind}.");
        }
    }

    private static List<DiagramNode> BandsOf(BpmnDiagram diagram, DiagramNode activity) =>
        [.. diagram.Nodes.Where(n => n.Kind is NodeKind.ParticipantBand && n.AttachedTo == activity.Id)];

    private static void DrawProgress(Picture picture, BpmnDiagram diagram)
    {
        foreach (var node in diagram.Nodes)
        {
            ProgressMark.Draw(picture, node);
            LoadBadge.Draw(picture, node);
            MarkSign.Draw(picture, node);
        }

        foreach (var edge in diagram.Edges)
        {
            LoadBadge.Draw(picture, edge);
            MarkSign.Draw(picture, edge);
        }
    }

    internal static bool IsFrame(DiagramNode node) =>
        node.Expanded && (node.Kind.IsContainer() || node.Kind is NodeKind.CallActivity or NodeKind.CallChoreography);

    private static string Document(Picture picture)
    {
        var (state, options) = (picture.State, picture.Options);
        var view = (picture.Svg.Covered ?? new Box(0, 0, 0, 0)).Inflate(options.Compact ? 4 : options.Padding);
        var (x, y) = (Math.Floor(view.X), Math.Floor(view.Y));
        var (width, height) = (Math.Ceiling(view.Right) - x, Math.Ceiling(view.Bottom) - y);

        var svg = new SvgWriter();
        svg.Raw(options.EmbedStyle ? "<svg xmlns=\"http://www.w3.org/2000/svg\" " : "<svg ");
        var classes = options.Classes.Length > 0 ? "proc " + options.Classes : "proc";
        svg.Add(
            $"""class="{classes}" viewBox="{x} {y} {width} {height}" width="{width}" height="{height}" role="img" aria-labelledby="{options.IdPrefix}-title {options.IdPrefix}-desc">"""
        );
        svg.Add($"""<title id="{options.IdPrefix}-title">{state.Title}</title>""");
        svg.Add($"""<desc id="{options.IdPrefix}-desc">{state.Sentence}</desc>""");
        if (options.EmbedStyle)
        {
            svg.Raw($"<style>\n{DiagramStyle.Standalone}\n{picture.Colours.Rules()}</style>\n");
            svg.Add($"""<rect class="sheet" x="{x}" y="{y}" width="{width}" height="{height}"/>""");
        }

        svg.Raw(picture.Svg.ToString());
        svg.Add($"</svg>");
        return svg.ToString();
    }
}
