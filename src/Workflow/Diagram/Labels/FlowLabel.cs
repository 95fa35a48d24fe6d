namespace Approvals.Workflow.Diagram.Labels;

/// <summary>
/// The name of a flow: where its author put it, else over the line just behind its source, where a reader looks for
/// the condition of a branch.
/// </summary>
internal static class FlowLabel
{
    private const double Step = 16;

    public static void Draw(Picture picture, LabelPlaces places, DiagramEdge edge, bool sharesStart)
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
            box = places.Take(PlacesOf(edge, sharesStart, width, height));
        }

        picture.Svg.Cover(box);
        for (var i = 0; i < lines.Count; i++)
        {
            picture.Line(lines[i], box.CenterX, box.Y + 12.5 + (i * Step), "sub");
        }
    }

    /// <summary>A message stands in the middle of its way, the condition of a branch near its start.</summary>
    private static IEnumerable<Box> PlacesOf(DiagramEdge edge, bool sharesStart, double width, double height)
    {
        if (edge.Kind is EdgeKind.MessageFlow)
        {
            var clear = edge.Message is MessageMark.None ? 5 : 15;
            foreach (var part in (double[])[0.5, 0.35, 0.65, 0.2, 0.8])
            {
                var at = Polyline.At(edge.Waypoints, part);
                yield return new(at.X + clear, at.Y - (height / 2), width, height);
                yield return new(at.X - clear - width, at.Y - (height / 2), width, height);
            }
        }

        var own = sharesStart && edge.Waypoints.Count > 2 ? edge.Waypoints.Skip(1) : [];
        foreach (var place in Places([.. own], width, height).Concat(Places(edge.Waypoints, width, height)))
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
