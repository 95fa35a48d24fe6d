namespace Approvals.Workflow.Diagram.Shapes;

/// <summary>Sequence flows, message flows and associations (BPMN 2.0 §8.3, §9.3): a line, its ends, its arrow head.</summary>
internal static class FlowShape
{
    public static void Draw(Picture picture, DiagramEdge edge, bool fromActivity)
    {
        var points = edge.Waypoints;
        for (var i = 1; i < points.Count; i++)
        {
            picture.Svg.Cover(Box.Around(points[i - 1], points[i]));
        }

        var progress = ProgressOf(picture.State, edge) + picture.MarkClass(edge.Id);
        picture.Open(edge.Id, edge.Colours);
        switch (edge.Kind)
        {
            case EdgeKind.SequenceFlow:
                Line(picture, Shortened(points, 3), progress);
                Head(picture, points[^2], points[^1], progress, filled: true);
                DrawStart(picture, edge, fromActivity, progress);
                break;
            case EdgeKind.MessageFlow:
                Line(picture, Shortened(points, 8), " msg" + progress);
                var start = Ahead(points[0], points[1], 4);
                picture.Svg.Add($"""<circle class="ah hollow{progress}" cx="{start.X}" cy="{start.Y}" r="4"/>""");
                Head(picture, points[^2], points[^1], " hollow" + progress, filled: true);
                if (edge.Message is not MessageMark.None)
                {
                    MessageShape.DrawOn(picture, edge);
                }

                break;
            case EdgeKind.ConversationLink:
                Line(picture, points, " link");
                Line(picture, points, " gap");
                break;
            default:
                Line(picture, points, " assoc" + progress);
                if (edge.Direction is not AssociationDirection.None)
                {
                    Head(picture, points[^2], points[^1], " open" + progress, filled: false);
                }

                if (edge.Direction is AssociationDirection.Both)
                {
                    Head(picture, points[1], points[0], " open" + progress, filled: false);
                }

                break;
        }

        picture.Close();
    }

    /// <summary>Where the slash of a default flow stands.</summary>
    public static Box SlashOf(DiagramEdge edge)
    {
        var at = Ahead(edge.Waypoints[0], edge.Waypoints[1], 9);
        return new(at.X - 7, at.Y - 7, 14, 14);
    }

    private static string ProgressOf(DiagramState state, DiagramEdge edge)
    {
        if (state.Elements.Count == 0 || edge.Kind is not EdgeKind.SequenceFlow)
        {
            return "";
        }

        return Picture.Class(
            state.TakenFlows.Contains(edge.Id) ? Progress.Done
            : state.Of(edge.Source) is Progress.Skipped || state.Of(edge.Target) is Progress.Skipped ? Progress.Skipped
            : Progress.Todo
        );
    }

    /// <summary>The slash of a default flow, the diamond of a conditional one that leaves an activity.</summary>
    private static void DrawStart(Picture picture, DiagramEdge edge, bool fromActivity, string progress)
    {
        var (from, to) = (edge.Waypoints[0], edge.Waypoints[1]);
        var (ux, uy) = Direction(from, to);
        if (edge.Default)
        {
            var at = Ahead(from, to, 9);
            var (dx, dy) = ((ux * 2.5) - (uy * 5), (uy * 2.5) + (ux * 5));
            picture.Svg.Add($"""<path class="f{progress}" d="M{at.X - dx} {at.Y - dy}L{at.X + dx} {at.Y + dy}"/>""");
        }
        else if (edge.Conditional && fromActivity)
        {
            var (middle, end) = (Ahead(from, to, 7), Ahead(from, to, 14));
            picture.Svg.Add(
                $"""<path class="ah hollow{progress}" d="M{from.X} {from.Y}L{middle.X - (uy * 4)} {middle.Y + (ux * 4)} {end.X} {end.Y} {middle.X + (uy * 4)} {middle.Y - (ux * 4)}Z"/>"""
            );
        }
    }

    private static void Line(Picture picture, IReadOnlyList<Point> points, string classes)
    {
        var path = string.Join("L", points.Select(p => $"{SvgWriter.Number(p.X)} {SvgWriter.Number(p.Y)}"));
        picture.Svg.Add($"""<path class="f{classes}" d="M{path}"/>""");
    }

    private static void Head(Picture picture, Point from, Point tip, string classes, bool filled)
    {
        var (ux, uy) = Direction(from, tip);
        var (bx, by) = (tip.X - (ux * 8), tip.Y - (uy * 8));
        var (nx, ny) = (-uy * 4, ux * 4);
        var close = filled ? "Z" : "";
        picture.Svg.Add(
            $"""<path class="ah{classes}" d="M{bx + nx} {by + ny}L{tip.X} {tip.Y} {bx - nx} {by - ny}{close}"/>"""
        );
    }

    /// <summary>The line ends inside the arrow head, or its width would blunt the tip.</summary>
    private static List<Point> Shortened(IReadOnlyList<Point> points, double by)
    {
        var shortened = points.ToList();
        var (from, to) = (points[^2], points[^1]);
        if (Math.Abs(from.X - to.X) + Math.Abs(from.Y - to.Y) > by)
        {
            shortened[^1] = Ahead(to, from, by);
        }

        return shortened;
    }

    private static Point Ahead(Point from, Point to, double by)
    {
        var (ux, uy) = Direction(from, to);
        return new(from.X + (ux * by), from.Y + (uy * by));
    }

    private static (double X, double Y) Direction(Point from, Point to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        return length > 0 ? (dx / length, dy / length) : (1, 0);
    }
}
