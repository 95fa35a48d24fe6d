using Approvals.Workflow.Diagram.Labels;

namespace Approvals.Workflow.Diagram.Shapes;

/// <summary>How many tokens are at an element, or passed a flow, over many instances: a dark pill on its border.</summary>
internal static class LoadBadge
{
    private const double Height = 17;
    private const double TextSize = 11.5;

    public static void Draw(Picture picture, DiagramNode node)
    {
        if (TextOf(picture, node.Id) is { } text)
        {
            Draw(picture, text, PlaceOf(node, text));
        }
    }

    public static void Draw(Picture picture, DiagramEdge edge)
    {
        if (TextOf(picture, edge.Id) is { } text)
        {
            var middle = Polyline.Middle(edge.Waypoints);
            Draw(picture, text, Around(middle, text));
        }
    }

    /// <summary>Lower left on activities, where no mark of theirs stands; upper right on everything small.</summary>
    public static Box PlaceOf(DiagramNode node, string text)
    {
        var box = node.Bounds;
        var width = Around(default, text).Width;
        return node.Kind.IsActivity()
            ? new(box.X - 6, box.Bottom - (Height / 2), width, Height)
            : new(box.Right - 7, box.Y - (Height / 2), width, Height);
    }

    /// <summary>Null when there is nothing to count.</summary>
    public static string? TextOf(Picture picture, string element) =>
        picture.State.Loads.TryGetValue(element, out var load) && load.Count > 0 ? SvgWriter.Number(load.Count) : null;

    private static Box Around(Point center, string text)
    {
        var width = Math.Max(Height, TextMeasure.Width(text, TextSize) + 10);
        return new(center.X - (width / 2), center.Y - (Height / 2), width, Height);
    }

    private static void Draw(Picture picture, string text, Box box)
    {
        picture.Svg.Cover(box.Inflate(1));
        picture.Svg.Add(
            $"""<rect class="load" x="{box.X}" y="{box.Y}" width="{box.Width}" height="{box.Height}" rx="{Height / 2}"/>"""
        );
        picture.Line(text, box.CenterX, box.CenterY + 4.1, "load");
    }
}
