using Approvals.Workflow.Diagram.Labels;

namespace Approvals.Workflow.Diagram.Shapes;

/// <summary>What became of an element between two versions, told by a sign: plus, minus, or a wave for what changed.</summary>
internal static class MarkSign
{
    private const double Radius = 8.5;

    public static void Draw(Picture picture, DiagramNode node)
    {
        var box = node.Bounds;
        Draw(picture, node.Id, node.Kind.IsActivity() ? new(box.X + 2, box.Y + 2) : new(box.X, box.Y + 1));
    }

    public static void Draw(Picture picture, DiagramEdge edge) =>
        Draw(picture, edge.Id, Polyline.Middle(edge.Waypoints));

    private static void Draw(Picture picture, string element, Point at)
    {
        if (!picture.State.Marks.TryGetValue(element, out var mark))
        {
            return;
        }

        picture.Svg.Cover(new(at.X - Radius - 1, at.Y - Radius - 1, 2 * (Radius + 1), 2 * (Radius + 1)));
        picture.Svg.Add($"""<circle class="sign{picture.MarkClass(element)}" cx="{at.X}" cy="{at.Y}" r="{Radius}"/>""");
        var (left, top) = (at.X - 4, at.Y - 4);
        switch (mark)
        {
            case ElementMark.Added:
                picture.Svg.Add($"""<path class="tick" d="M{left} {at.Y}h8M{at.X} {top}v8"/>""");
                break;
            case ElementMark.Removed:
                picture.Svg.Add($"""<path class="tick" d="M{left} {at.Y}h8"/>""");
                break;
            default:
                picture.Svg.Add($"""<path class="tick" d="M{left - 0.5} {at.Y + 1}q2.25-4 4.5-1t4.5-1"/>""");
                break;
        }
    }
}
