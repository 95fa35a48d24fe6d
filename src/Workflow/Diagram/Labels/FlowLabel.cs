namespace Approvals.Workflow.Diagram.Labels;

/// <summary>
/// The name of a flow: where its author put it, else over the line just behind its source, where a reader looks for
/// the condition of a branch.
/// </summary>
internal static class FlowLabel
{
    private const double Step = 16;

    public static void Draw(Picture picture, LabelPlaces places, DiagramEdge edge)
    {
        var lines = TextWrapping.Wrap(edge.Name, 110, Picture.SubSize, 3);
        if (lines.Count == 0)
        {
            return;
        }

        var width = lines.Max(l => TextMeasure.Width(l, Picture.SubSize));
        var height = lines.Count * Step;
        Box box;
        if (edge.Label is { } given)
        {
            box = new(given.CenterX - (width / 2), given.CenterY - (height / 2), width, height);
            places.Block(box);
        }
        else
        {
            box = places.Take(PlacesOf(edge, width, height));
        }

        picture.Svg.Cover(box);
        for (var i = 0; i < lines.Count; i++)
        {
            picture.Line(lines[i], box.CenterX, box.Y + 12.5 + (i * Step), "sub");
        }
    }

    /// <summary>A message stands in the middle of its way, the condition of a branch near its start.</summary>
    private static IEnumerable<Box> PlacesOf(DiagramEdge edge, double width, double height)
    {
        if (edge.Kind is EdgeKind.MessageFlow)
        {
            var middle = Polyline.Middle(edge.Waypoints);
            var clear = edge.Message is MessageMark.None ? 5 : 15;
            yield return new(middle.X + clear, middle.Y - (height / 2), width, height);
            yield return new(middle.X - clear - width, middle.Y - (height / 2), width, height);
            yield return new(middle.X - (width / 2), middle.Y - 4 - height, width, height);
        }

        foreach (var place in Places(edge.Waypoints, width, height))
        {
            yield return place;
        }
    }

    private static IEnumerable<Box> Places(IReadOnlyList<Point> line, double width, double height)
    {
        for (var i = 1; i < line.Count; i++)
        {
            var (from, to) = (line[i - 1], line[i]);
            var upright = Math.Abs(to.Y - from.Y) > Math.Abs(to.X - from.X);
            if (upright)
            {
                foreach (var y in (double[])[(from.Y + to.Y) / 2, from.Y + ((to.Y - from.Y) / 4), to.Y])
                {
                    yield return new(from.X + 5, y - (height / 2), width, height);
                    yield return new(from.X - 5 - width, y - (height / 2), width, height);
                }
            }
            else
            {
                var near = to.X > from.X ? from.X + 6 : from.X - 6 - width;
                var (middle, y) = ((from.X + to.X - width) / 2, (from.Y + to.Y) / 2);
                yield return new(near, y - 4 - height, width, height);
                yield return new(near, y + 4, width, height);
                yield return new(middle, y - 4 - height, width, height);
                yield return new(middle, y + 4, width, height);
            }
        }
    }
}
