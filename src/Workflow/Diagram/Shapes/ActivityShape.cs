namespace Approvals.Workflow.Diagram.Shapes;

/// <summary>Tasks, call activities and sub-processes: rounded rectangles (BPMN 2.0 §10.2).</summary>
internal static class ActivityShape
{
    private const double Corner = 4;

    /// <summary>Below this height there is no room above the name.</summary>
    private const double LowBox = 64;

    public static void Draw(Picture picture, DiagramNode node)
    {
        var box = node.Bounds;
        var expanded = node.Expanded && (node.Kind.IsContainer() || node.Kind is NodeKind.CallActivity);
        var classes =
            "k"
            + picture.Class(node.Id)
            + (expanded ? " box" : "")
            + (node.Kind is NodeKind.CallActivity ? " thick" : "")
            + (node.TriggeredByEvent ? " dots" : "");

        picture.Svg.Cover(box);
        picture.Open(node.Id, node.Colours);
        picture.Svg.Add(
            $"""<rect class="{classes}" x="{box.X}" y="{box.Y}" width="{box.Width}" height="{box.Height}" rx="{Corner}"/>"""
        );
        if (node.Kind is NodeKind.Transaction && box is { Width: > 12, Height: > 12 })
        {
            var inner = box.Inflate(-3);
            picture.Svg.Add(
                $"""<rect class="k in{picture.Class(node.Id)}" x="{inner.X}" y="{inner.Y}" width="{inner.Width}" height="{inner.Height}" rx="{Corner - 1}"/>"""
            );
        }

        var marked = !expanded && TaskGlyph.Draw(picture, node);
        var foot = ActivityFoot.Draw(picture, node);
        if (expanded)
        {
            ActivityName.DrawTitle(picture, node);
        }
        else
        {
            ActivityName.Draw(picture, node, RoomForName(node.Bounds, marked, foot));
        }

        picture.Close();
    }

    /// <summary>What the marks leave: the kind's mark stands above the name, in a low box beside it.</summary>
    private static Box RoomForName(Box box, bool marked, bool foot)
    {
        var left = marked && box.Height < LowBox ? 24 : 6;
        var top = marked && box.Height >= LowBox ? 20 : 4;
        var right = left > 6 ? 4 : 6;
        return new(
            box.X + left,
            box.Y + top,
            Math.Max(box.Width - left - right, Picture.NameSize),
            Math.Max(box.Height - top - (foot ? 17 : 4), 0)
        );
    }
}
