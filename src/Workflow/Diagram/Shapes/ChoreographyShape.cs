namespace Approvals.Workflow.Diagram.Shapes;

/// <summary>
/// Choreography activities (BPMN 2.0 §11.4): a rounded box between the bands of its participants. Bands that the
/// author didn't draw are put in: who begins above, the others below.
/// </summary>
internal static class ChoreographyShape
{
    /// <summary>What one participant takes where the author drew nothing.</summary>
    public const double BandHeight = 22;
    private const double Corner = 4;

    public static void Draw(Picture picture, DiagramNode node, IReadOnlyList<DiagramNode> drawn)
    {
        var box = node.Bounds;
        var (top, bottom) = drawn.Count > 0 ? Taken(box, drawn) : Own(node);
        var room = new Box(box.X, box.Y + top, box.Width, Math.Max(box.Height - top - bottom, 0));

        picture.Svg.Cover(box);
        picture.Open(node.Id, node.Colours);
        Outline(picture, box, picture.Class(node.Id));
        if (drawn.Count == 0)
        {
            DrawBands(picture, node);
            Outline(
                picture,
                box,
                picture.Class(node.Id) + (node.Kind is NodeKind.CallChoreography ? " in thick" : " in")
            );
        }
        else if (node.Kind is NodeKind.CallChoreography)
        {
            Outline(picture, box, picture.Class(node.Id) + " in thick");
        }

        var foot = ActivityFoot.Draw(picture, node with { Bounds = room });
        if (node.Expanded)
        {
            ActivityName.DrawTitle(picture, node with { Bounds = room });
        }
        else
        {
            var height = Math.Max(room.Height - (foot ? 18 : 4), 0);
            var width = Math.Max(room.Width - 12, Picture.NameSize);
            ActivityName.Draw(picture, node, new(room.X + 6, room.Y + 2, width, height));
        }

        picture.Close();
    }

    /// <summary>The border alone, over the bands.</summary>
    public static void DrawBorder(Picture picture, DiagramNode node) =>
        Outline(
            picture,
            node.Bounds,
            picture.Class(node.Id) + (node.Kind is NodeKind.CallChoreography ? " in thick" : " in")
        );

    private static void Outline(Picture picture, Box box, string classes) =>
        picture.Svg.Add(
            $"""<rect class="k{classes}" x="{box.X}" y="{box.Y}" width="{box.Width}" height="{box.Height}" rx="{Corner}"/>"""
        );

    /// <summary>What the bands at the edges of the box take from above and from below.</summary>
    private static (double Top, double Bottom) Taken(Box box, IReadOnlyList<DiagramNode> drawn)
    {
        var (above, below) = (0.0, 0.0);
        foreach (var band in drawn.Select(b => b.Bounds))
        {
            if (band.CenterY < box.CenterY)
            {
                above = Math.Max(above, band.Bottom - box.Y);
            }
            else
            {
                below = Math.Max(below, box.Bottom - band.Y);
            }
        }

        return (Math.Min(above, box.Height / 2), Math.Min(below, box.Height / 2));
    }

    private static (double Top, double Bottom) Own(DiagramNode node)
    {
        var height = HeightIn(node);
        return (node.Participants.Count > 0 ? height : 0, Math.Max(node.Participants.Count - 1, 0) * height);
    }

    private static double HeightIn(DiagramNode node) =>
        Math.Min(BandHeight, node.Bounds.Height / 2 / Math.Max(node.Participants.Count, 1));

    private static void DrawBands(Picture picture, DiagramNode node)
    {
        var (box, height, count) = (node.Bounds, HeightIn(node), node.Participants.Count);
        for (var i = 0; i < count; i++)
        {
            var y = i == 0 ? box.Y : box.Bottom - ((count - i) * height);
            var place =
                i == 0 ? BandPlace.Top
                : i == count - 1 ? BandPlace.Bottom
                : BandPlace.Middle;
            BandShape.Draw(picture, new(box.X, y, box.Width, height), node.Participants[i], place, begins: i == 0);
        }
    }
}
