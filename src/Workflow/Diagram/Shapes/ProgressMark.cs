namespace Approvals.Workflow.Diagram.Shapes;

/// <summary>What an instance adds to the process: the check of a done activity and the red token of what runs now.</summary>
internal static class ProgressMark
{
    public static void Draw(Picture picture, DiagramNode node)
    {
        switch (picture.State.Of(node.Id))
        {
            case Progress.Done when node.Kind.IsActivity():
                DrawCheck(picture, new(node.Bounds.Right - 2, node.Bounds.Y + 2));
                break;
            case Progress.Now when node.Kind.IsFlowNode():
                DrawToken(picture, node);
                break;
        }
    }

    private static void DrawCheck(Picture picture, Point at)
    {
        picture.Svg.Cover(new(at.X - 8, at.Y - 8, 16, 16));
        picture.Svg.Add($"""<circle class="chk" cx="{at.X}" cy="{at.Y}" r="8"/>""");
        picture.Svg.Add($"""<path class="tick" d="M{at.X - 4} {at.Y + 0.5}l3 3 5-6"/>""");
    }

    private static void DrawToken(Picture picture, DiagramNode node)
    {
        var radius = node.Kind.IsActivity() ? 8 : 6;

        // The upper edge of a choreography activity bears the name of a participant.
        var at = node.Kind.IsChoreography()
            ? new Point(node.Bounds.Right - 2, node.Bounds.Y + 2)
            : new Point(node.Bounds.CenterX, node.Bounds.Y);
        picture.Svg.Cover(new(at.X - radius - 5, at.Y - radius - 5, 2 * (radius + 5), 2 * (radius + 5)));
        picture.Svg.Add($"""<circle class="halo" cx="{at.X}" cy="{at.Y}" r="{radius + 5}"/>""");
        picture.Svg.Add($"""<circle class="tok" cx="{at.X}" cy="{at.Y}" r="{radius}"/>""");
        if (picture.State.Elements[node.Id].Tokens is > 1 and var tokens)
        {
            picture.Line(tokens > 9 ? "9+" : SvgWriter.Number(tokens), at.X, at.Y + 4, "count");
        }
    }
}
