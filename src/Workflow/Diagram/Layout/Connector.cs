namespace Approvals.Workflow.Diagram.Layout;

/// <summary>A plain orthogonal line between two shapes that don't share a layered graph: message flows, associations.</summary>
internal static class Connector
{
    private const double Clear = 12;

    public static IReadOnlyList<Point> Between(Box from, Box to, EdgeKind kind)
    {
        if (from.Bottom + Clear <= to.Y)
        {
            return Upright(from, to, from.Bottom, to.Y, kind);
        }

        if (to.Bottom + Clear <= from.Y)
        {
            return Upright(from, to, from.Y, to.Bottom, kind);
        }

        return from.CenterX <= to.CenterX
            ? Level(from.Right, from.CenterY, to.X, to.CenterY)
            : Level(from.X, from.CenterY, to.Right, to.CenterY);
    }

    private static IReadOnlyList<Point> Upright(Box from, Box to, double start, double end, EdgeKind kind)
    {
        // A pool is met anywhere along its edge: straight, when the other end stands over or under it.
        var fromX = kind is EdgeKind.MessageFlow && Spans(from, to.CenterX) ? to.CenterX : from.CenterX;
        var toX = kind is EdgeKind.MessageFlow && Spans(to, fromX) ? fromX : to.CenterX;
        if (Math.Abs(fromX - toX) < 1)
        {
            return [new(fromX, start), new(fromX, end)];
        }

        var middle = end > start ? end - Clear : end + Clear;
        return [new(fromX, start), new(fromX, middle), new(toX, middle), new(toX, end)];
    }

    private static IReadOnlyList<Point> Level(double startX, double startY, double endX, double endY)
    {
        var middle = (startX + endX) / 2;
        return Math.Abs(startY - endY) < 1
            ? [new(startX, startY), new(endX, startY)]
            : [new(startX, startY), new(middle, startY), new(middle, endY), new(endX, endY)];
    }

    private static bool Spans(Box wide, double x) => wide.Width > 200 && wide.X < x && x < wide.Right;
}
