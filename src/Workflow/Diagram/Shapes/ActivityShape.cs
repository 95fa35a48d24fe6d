using Approvals.Workflow.Diagram.Labels;

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
        var expanded = node.Kind.IsSubProcess() && node.Expanded;
        var classes =
            "k"
            + picture.Class(node.Id)
            + (expanded ? " box" : "")
            + (node.Kind is NodeKind.CallActivity ? " thick" : "")
            + (node.TriggeredByEvent ? " dots" : "");

        picture.Svg.Cover(box);
        picture.Svg.Add($"""<g data-id="{node.Id}">""");
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
            DrawTitle(picture, node);
        }
        else
        {
            DrawName(picture, node, RoomForName(node.Bounds, marked, foot));
        }

        picture.Svg.Add($"</g>");
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

    private static void DrawTitle(Picture picture, DiagramNode node)
    {
        foreach (var line in TextWrapping.Wrap(node.Name, node.Bounds.Width - 24, Picture.TightSize, 1))
        {
            picture.Line(
                line,
                node.Bounds.X + 10,
                node.Bounds.Y + 20,
                Join("tight", picture.NameClass(node.Id)),
                "start"
            );
        }
    }

    /// <summary>
    /// The name in the middle of the shape as far as its room allows; smaller when it doesn't fit, cut with its full
    /// text as tooltip when it still doesn't.
    /// </summary>
    private static void DrawName(Picture picture, DiagramNode node, Box room)
    {
        var (lines, size, step) = Fit(node.Name, room.Width, room.Height);
        if (lines.Count == 0)
        {
            return;
        }

        if (lines[^1].EndsWith('…') && !node.Name.EndsWith('…'))
        {
            picture.Svg.Add($"<title>{node.Name}</title>");
        }

        var (width, height) = (lines.Max(l => TextMeasure.Width(l, size)), lines.Count * step);
        var x = Within(node.Bounds.CenterX - (width / 2), room.X, room.Right - width) + (width / 2);
        var y = Within(node.Bounds.CenterY - (height / 2), room.Y, room.Bottom - height);
        var classes = Join(size < Picture.NameSize ? "tight" : "", picture.NameClass(node.Id));
        for (var i = 0; i < lines.Count; i++)
        {
            picture.Line(lines[i], x, y + (i * step) + (step / 2) + (size * 0.36), classes);
        }
    }

    private static double Within(double wish, double least, double most) => Math.Min(Math.Max(wish, least), most);

    private static (IReadOnlyList<string> Lines, double Size, double Step) Fit(string name, double width, double height)
    {
        foreach (
            var (size, step) in ((double, double)[])
                [(Picture.NameSize, Picture.NameLine), (Picture.TightSize, Picture.TightLine)]
        )
        {
            var lines = TextWrapping.Wrap(name, width, size, int.MaxValue);
            if (lines.Count == 1 || lines.Count * step <= height - 2)
            {
                return (lines, size, step);
            }
        }

        var most = Math.Max(1, (int)(height / Picture.TightLine));
        return (TextWrapping.Wrap(name, width, Picture.TightSize, most), Picture.TightSize, Picture.TightLine);
    }

    private static string Join(string first, string second) =>
        first.Length == 0 ? second
        : second.Length == 0 ? first
        : first + " " + second;
}
