namespace Approvals.Workflow.Diagram.Labels;

/// <summary>
/// The text beside a shape: the name of events, gateways and data, and the captions of the instance. Below when there
/// is room, else above, else beside.
/// </summary>
internal static class NodeLabel
{
    private const double Gap = 6;

    public static void Draw(Picture picture, LabelPlaces places, DiagramNode node)
    {
        var beside = node.Kind.IsNamedBeside();
        var width = Math.Max(node.Bounds.Width + 40, 96);
        var name = beside ? TextWrapping.Wrap(node.Name, width, Picture.SubSize, 3) : [];
        var captions = picture.Options.Compact
            ? []
            : picture
                .State.CaptionsOf(node.Id)
                .SelectMany(c => TextWrapping.Wrap(c, Math.Max(width, 130), Picture.SubSize, 3))
                .ToList();

        if (name.Count > 0 && node.Label is { } given)
        {
            var top = given.CenterY - (name.Count * Picture.SubLine / 2);
            places.Block(Write(picture, name, BoxAt(name, given.CenterX, top)));
            name = [];
        }

        string[] lines = [.. name, .. captions];
        if (lines.Length > 0)
        {
            Write(picture, lines, places.Take(Places(node.Bounds, lines)));
        }
    }

    private static IEnumerable<Box> Places(Box shape, IReadOnlyList<string> lines)
    {
        var below = BoxAt(lines, shape.CenterX, shape.Bottom + Gap);
        yield return below;
        var above = BoxAt(lines, shape.CenterX, shape.Y - Gap - below.Height);
        yield return above;
        yield return below with
        {
            X = shape.CenterX + Gap,
        };
        yield return above with
        {
            X = shape.CenterX + Gap,
        };
        yield return below with
        {
            X = shape.CenterX - Gap - below.Width,
        };
        yield return above with
        {
            X = shape.CenterX - Gap - above.Width,
        };
        yield return below with
        {
            Y = below.Y + 14,
        };
        yield return above with
        {
            Y = above.Y - 14,
        };
        yield return new(shape.Right + Gap, shape.CenterY + 4, below.Width, below.Height);
        yield return new(shape.Right + Gap, shape.CenterY - 4 - below.Height, below.Width, below.Height);
    }

    private static Box BoxAt(IReadOnlyList<string> lines, double center, double top)
    {
        var width = lines.Max(l => TextMeasure.Width(l, Picture.SubSize));
        return new(center - (width / 2), top, width, lines.Count * Picture.SubLine);
    }

    private static Box Write(Picture picture, IReadOnlyList<string> lines, Box box)
    {
        picture.Svg.Cover(box);
        for (var i = 0; i < lines.Count; i++)
        {
            picture.Line(lines[i], box.CenterX, box.Y + 13 + (i * Picture.SubLine), "sub");
        }

        return box;
    }
}
