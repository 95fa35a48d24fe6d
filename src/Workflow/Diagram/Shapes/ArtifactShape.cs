using Approvals.Workflow.Diagram.Labels;

namespace Approvals.Workflow.Diagram.Shapes;

/// <summary>Text annotations and groups (BPMN 2.0 §8.3.1).</summary>
internal static class ArtifactShape
{
    public static void Draw(Picture picture, DiagramNode node)
    {
        var box = node.Bounds;
        picture.Svg.Cover(box);
        picture.Open(node.Id, node.Colours);
        if (node.Kind is NodeKind.Group)
        {
            DrawGroup(picture, node, box);
        }
        else
        {
            DrawNote(picture, node, box);
        }

        picture.Close();
    }

    /// <summary>Where the name of a group stands.</summary>
    public static Box TitleOf(DiagramNode node)
    {
        var width = Math.Min(TextMeasure.Width(node.Name, Picture.SubSize), node.Bounds.Width);
        return new(node.Bounds.CenterX - (width / 2), node.Bounds.Y + 4, width, Picture.SubLine);
    }

    private static void DrawGroup(Picture picture, DiagramNode node, Box box)
    {
        picture.Svg.Add(
            $"""<rect class="k group" x="{box.X}" y="{box.Y}" width="{box.Width}" height="{box.Height}" rx="8"/>"""
        );
        foreach (var line in TextWrapping.Wrap(node.Name, box.Width - 16, Picture.SubSize, 1))
        {
            picture.Line(line, box.CenterX, box.Y + 17, "sub");
        }
    }

    /// <summary>A note grows downwards when its text needs more room than its author gave it.</summary>
    private static void DrawNote(Picture picture, DiagramNode node, Box box)
    {
        var lines = TextWrapping.Wrap(node.Name, Math.Max(box.Width - 10, 40), Picture.SubSize, 12);
        var height = Math.Max(box.Height, (lines.Count * Picture.SubLine) + 4);
        picture.Svg.Cover(box with { Height = height });
        picture.Svg.Add($"""<path class="k in" d="M{box.X + 10} {box.Y}H{box.X}V{box.Y + height}H{box.X + 10}"/>""");
        for (var i = 0; i < lines.Count; i++)
        {
            picture.Line(lines[i], box.X + 7, box.Y + 15 + (i * Picture.SubLine), "sub", "start");
        }
    }
}
