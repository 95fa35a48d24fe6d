using Approvals.Workflow.Diagram.Labels;

namespace Approvals.Workflow.Diagram.Shapes;

/// <summary>The name inside of an activity.</summary>
internal static class ActivityName
{
    /// <summary>The name of an expanded sub-process in its upper left corner.</summary>
    public static void DrawTitle(Picture picture, DiagramNode node)
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
    public static void Draw(Picture picture, DiagramNode node, Box room)
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
