namespace Approvals.Workflow.Diagram;

/// <summary>Measures along a line of waypoints.</summary>
internal static class Polyline
{
    public static Point Middle(IReadOnlyList<Point> line) => At(line, 0.5);

    /// <summary>The point at a part (0 to 1) of the way along the line, which has at least one point.</summary>
    public static Point At(IReadOnlyList<Point> line, double portion)
    {
        var rest = Length(line) * portion;
        for (var i = 1; i < line.Count; i++)
        {
            var step = Distance(line[i - 1], line[i]);
            if (step > 0 && rest <= step)
            {
                var part = rest / step;
                return new(
                    line[i - 1].X + ((line[i].X - line[i - 1].X) * part),
                    line[i - 1].Y + ((line[i].Y - line[i - 1].Y) * part)
                );
            }

            rest -= step;
        }

        return line[^1];
    }

    private static double Length(IReadOnlyList<Point> line)
    {
        var length = 0.0;
        for (var i = 1; i < line.Count; i++)
        {
            length += Distance(line[i - 1], line[i]);
        }

        return length;
    }

    private static double Distance(Point a, Point b) =>
        Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
}
