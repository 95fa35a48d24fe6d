using Approvals.Workflow.Diagram.Labels;

namespace Approvals.Workflow.Diagram.Shapes;

/// <summary>Tasks, call activities and sub-processes: rounded rectangles (BPMN 2.0 §10.2).</summary>
internal static class ActivityShape
{
    private const double Corner = 4;

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
            DrawName(picture, node, marked ? Marked(node) : 4, foot ? 17 : 4);
        }

        picture.Svg.Add($"</g>");
    }

    /// <summary>Room above the name for the kind's mark; in a low box the mark stands beside the name instead.</summary>
    private static double Marked(DiagramNode node) => node.Bounds.Height < 64 ? 6 : 20;

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

    /// <summary>The name in the middle; smaller when it doesn't fit, cut with its full text as tooltip when it still doesn't.</summary>
    private static void DrawName(Picture picture, DiagramNode node, double top, double bottom)
    {
        var box = node.Bounds;
        var width = Math.Max(box.Width - 12, Picture.NameSize);
        var (lines, size, step) = Fit(node.Name, width, box.Height - top - bottom);
        if (lines.Count == 0)
        {
            return;
        }

        if (lines[^1].EndsWith('…') && !node.Name.EndsWith('…'))
        {
            picture.Svg.Add($"<title>{node.Name}</title>");
        }

        var widest = lines.Max(l => TextMeasure.Width(l, size));
        var room = (box.Width - widest) / 2;
        var x = top > 4 && box.Height < 64 && room < 24 ? box.CenterX + Math.Min(24 - room, room - 4) : box.CenterX;
        var height = lines.Count * step;
        var y = Math.Min(Math.Max(box.CenterY - (height / 2), box.Y + top), box.Bottom - bottom - height);
        var classes = Join(size < Picture.NameSize ? "tight" : "", picture.NameClass(node.Id));
        for (var i = 0; i < lines.Count; i++)
        {
            picture.Line(lines[i], x, y + (i * step) + (step / 2) + (size * 0.36), classes);
        }
    }

    private static (IReadOnlyList<string> Lines, double Size, double Step) Fit(string name, double width, double height)
    {
        foreach (
            var (size, step) in ((double, double)[])
                [(Picture.NameSize, Picture.NameLine), (Picture.TightSize, Picture.TightLine)]
        )
        {
            var lines = TextWrapping.Wrap(name, width, size, int.MaxValue);
            if (lines.Count * step <= height)
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
