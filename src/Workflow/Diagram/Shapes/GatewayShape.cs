namespace Approvals.Workflow.Diagram.Shapes;

/// <summary>Gateways (BPMN 2.0 §10.6): a diamond whose glyph tells how tokens pass. The exclusive one always bears its ×.</summary>
internal static class GatewayShape
{
    private const string Ex = "M-5-5 5 5M5-5-5 5";
    private const string Plus = "M-7 0H7M0-7V7";
    private const string Ring = "M7.5 0A7.5 7.5 0 1 1-7.5 0 7.5 7.5 0 1 1 7.5 0Z";
    private const string Star = "M-7.5 0H7.5M0-7.5V7.5M-5.2-5.2 5.2 5.2M5.2-5.2-5.2 5.2";
    private const string OuterRing = "M10 0A10 10 0 1 1-10 0 10 10 0 1 1 10 0Z";

    public static void Draw(Picture picture, DiagramNode node)
    {
        var box = node.Bounds;
        var progress = picture.Class(node.Id);
        var scale = Math.Min(box.Width, box.Height) / 40;
        picture.Svg.Cover(box.Inflate(1));
        picture.Open(node.Id, node.Colours);
        picture.Svg.Add(
            $"""<path class="k{progress}" d="M{box.CenterX} {box.Y}L{box.Right} {box.CenterY} {box.CenterX} {box.Bottom} {box.X} {box.CenterY}Z"/>"""
        );
        switch (node.Kind)
        {
            case NodeKind.ExclusiveGateway:
                picture.Glyph(Ex, box.Center, scale, progress);
                break;
            case NodeKind.ParallelGateway:
                picture.Glyph(Plus, box.Center, scale, progress);
                break;
            case NodeKind.InclusiveGateway:
                picture.Glyph(Ring, box.Center, scale, progress);
                break;
            case NodeKind.ComplexGateway:
                picture.Glyph(Star, box.Center, scale, progress);
                break;
            case NodeKind.EventBasedGateway:
                DrawEventBased(picture, node, scale, " fine" + progress);
                break;
            default:
                throw new InvalidOperationException($"{node.Kind} is no gateway.");
        }

        picture.Close();
    }

    private static void DrawEventBased(Picture picture, DiagramNode node, double scale, string classes)
    {
        picture.Glyph(OuterRing, node.Bounds.Center, scale, classes);
        if (!node.Instantiates)
        {
            picture.Glyph(Ring, node.Bounds.Center, scale * 1.05, classes);
        }

        var glyph = node.ParallelEvents ? EventGlyph.Cross : EventGlyph.Pentagon;
        picture.Glyph(glyph, node.Bounds.Center, scale * 0.55, classes);
    }
}
