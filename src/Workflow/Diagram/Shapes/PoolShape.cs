using Approvals.Workflow.Diagram.Labels;

namespace Approvals.Workflow.Diagram.Shapes;

/// <summary>Pools and lanes (BPMN 2.0 §10.8): a frame with a band that bears the name, upright for horizontal
/// pools, and three bars when there may be several such participants.</summary>
internal static class PoolShape
{
    public const double Band = 30;
    private const string Several = "M-4-5V5M0-5V5M4-5V5";

    public static void Draw(Picture picture, DiagramNode node)
    {
        var box = node.Bounds;
        picture.Svg.Cover(box);
        picture.Open(node.Id, node.Colours);
        picture.Svg.Add(
            $"""<rect class="k pool" x="{box.X}" y="{box.Y}" width="{box.Width}" height="{box.Height}"/>"""
        );
        if (node.Kind is NodeKind.Pool && node.Process is null)
        {
            DrawLines(picture, node.Name, box.Center, box.Width - 16, box.Height, upright: false);
        }
        else if (node.Horizontal)
        {
            DrawBand(picture, node, box with { Width = Math.Min(Band, box.Width) }, upright: true);
        }
        else
        {
            DrawBand(picture, node, box with { Height = Math.Min(Band, box.Height) }, upright: false);
        }

        if (node.Markers.HasFlag(ActivityMarkers.ParallelInstances))
        {
            picture.Glyph(Several, new(box.CenterX, box.Bottom - 10), 1, " fine");
        }

        picture.Close();
    }

    private static void DrawBand(Picture picture, DiagramNode node, Box band, bool upright)
    {
        var classes = node.Kind is NodeKind.Pool ? "k head" : "k pool";
        picture.Svg.Add(
            $"""<rect class="{classes}" x="{band.X}" y="{band.Y}" width="{band.Width}" height="{band.Height}"/>"""
        );
        var length = upright ? band.Height : band.Width;
        DrawLines(picture, node.Name, band.Center, length - 8, Band, upright);
    }

    private static void DrawLines(
        Picture picture,
        string name,
        Point center,
        double length,
        double across,
        bool upright
    )
    {
        var lines = TextWrapping.Wrap(name, length, Picture.TightSize, Math.Max(1, (int)(across / 15)));
        var step = lines.Count > 1 ? 14 : Picture.TightLine;
        for (var i = 0; i < lines.Count; i++)
        {
            var offset = ((i - ((lines.Count - 1) / 2.0)) * step) + (Picture.TightSize * 0.36);
            if (upright)
            {
                picture.Svg.Add(
                    $"""<text class="tight" transform="translate({center.X + offset} {center.Y}) rotate(-90)" text-anchor="middle">{lines[i]}</text>"""
                );
            }
            else
            {
                picture.Line(lines[i], center.X, center.Y + offset, "tight");
            }
        }
    }
}
