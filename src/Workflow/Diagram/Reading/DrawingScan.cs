using System.Globalization;
using Approvals.Workflow.Bpmn.Writing;

namespace Approvals.Workflow.Diagram.Reading;

/// <summary>A shape or an edge of the file's drawing, with what of its geometry can be used.</summary>
internal sealed record DrawnShape(string Element, string Id)
{
    public Box? Bounds { get; init; }
    public Box? Label { get; init; }
    public IReadOnlyList<Point> Waypoints { get; init; } = [];

    /// <summary>Null when the file doesn't say.</summary>
    public bool? Expanded { get; init; }
    public bool Horizontal { get; init; } = true;

    /// <summary>For the band of a participant: the shape of its choreography activity, and its place and shade.</summary>
    public string? BandOf { get; init; }
    public string BandKind { get; init; } = "";
    public MessageMark Message { get; init; }
    public DiagramColours Colours { get; init; }
}

/// <summary>The shapes of one plane. An element is drawn once; its participants' bands may be many.</summary>
internal sealed record DrawnPlane(string? Element, string? DiagramId, string Name)
{
    public Dictionary<string, DrawnShape> Shapes { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, DrawnShape> Edges { get; } = new(StringComparer.Ordinal);
    public List<DrawnShape> Bands { get; } = [];
}

/// <summary>
/// Reads the diagram interchange of a file (BPMN 2.0 §12.2). Numbers that are none, sizes that aren't positive and places
/// beyond the bounds are as if they weren't there: a broken drawing never hides the process.
/// </summary>
internal static class DrawingScan
{
    private const int MaxWaypoints = 500;
    private const double MaxCoordinate = 100_000;

    public static List<DrawnPlane> Of(ElementNode root) =>
        [.. root.Elements.Where(e => e.Is(BpmnNames.Di, "BPMNDiagram")).Select(PlaneOf)];

    private static DrawnPlane PlaneOf(ElementNode diagram)
    {
        var plane = diagram.Elements.FirstOrDefault(e => e.Is(BpmnNames.Di, "BPMNPlane"));
        var drawn = new DrawnPlane(plane?.Reference("bpmnElement"), diagram["id"], diagram.Name());
        Collect(diagram, drawn);
        return drawn;
    }

    private static void Collect(ElementNode parent, DrawnPlane plane)
    {
        foreach (var element in parent.Elements)
        {
            if (element.Name.Namespace == BpmnNames.Di && element.Reference("bpmnElement") is { } drawn)
            {
                Take(element, drawn, plane);
            }

            Collect(element, plane);
        }
    }

    private static void Take(ElementNode element, string drawn, DrawnPlane plane)
    {
        switch (element.Name.Local)
        {
            case "BPMNShape" when element["choreographyActivityShape"] is not null:
                plane.Bands.Add(ShapeOf(element, drawn));
                break;
            case "BPMNShape":
                plane.Shapes.TryAdd(drawn, ShapeOf(element, drawn));
                break;
            case "BPMNEdge":
                plane.Edges.TryAdd(drawn, EdgeOf(element, drawn));
                break;
        }
    }

    private static DrawnShape ShapeOf(ElementNode shape, string element)
    {
        var kind = shape["participantBandKind"] ?? "";
        return new(element, shape["id"] ?? "")
        {
            Bounds = BoundsOf(shape),
            Label = LabelOf(shape),
            Expanded = shape["isExpanded"] is null ? null : shape.Is("isExpanded"),
            Horizontal = !shape.IsNot("isHorizontal"),
            BandOf = shape.Reference("choreographyActivityShape"),
            BandKind = kind,
            Message =
                !shape.Is("isMessageVisible") ? MessageMark.None
                : kind.EndsWith("non_initiating", StringComparison.Ordinal) ? MessageMark.NonInitiating
                : MessageMark.Initiating,
            Colours = ColoursOf(shape),
        };
    }

    private static DrawnShape EdgeOf(ElementNode edge, string element) =>
        new(element, edge["id"] ?? "")
        {
            Waypoints = WaypointsOf(edge),
            Label = LabelOf(edge),
            Message = edge["messageVisibleKind"] switch
            {
                "initiating" => MessageMark.Initiating,
                "non_initiating" => MessageMark.NonInitiating,
                _ => MessageMark.None,
            },
            Colours = ColoursOf(edge),
        };

    private static List<Point> WaypointsOf(ElementNode edge)
    {
        var points = edge
            .Elements.Where(e => e.Is(BpmnNames.Dd, "waypoint"))
            .Select(e => (X: Number(e, "x"), Y: Number(e, "y")))
            .Where(p => p.X is not null && p.Y is not null)
            .Select(p => new Point(p.X!.Value, p.Y!.Value))
            .ToList();
        points = [.. points.Where((point, i) => i == 0 || point != points[i - 1])];
        return points.Count <= MaxWaypoints ? points : [.. points[..(MaxWaypoints - 1)], points[^1]];
    }

    private static Box? LabelOf(ElementNode shape) =>
        shape.Elements.FirstOrDefault(e => e.Is(BpmnNames.Di, "BPMNLabel")) is { } label ? BoundsOf(label) : null;

    private static Box? BoundsOf(ElementNode shape) =>
        shape.Elements.FirstOrDefault(e => e.Is(BpmnNames.Dc, "Bounds")) is { } bounds
        && Number(bounds, "x") is { } x
        && Number(bounds, "y") is { } y
        && Number(bounds, "width") is > 0 and var width
        && Number(bounds, "height") is > 0 and var height
            ? new Box(x, y, width, height)
            : null;

    private static double? Number(ElementNode element, string attribute) =>
        double.TryParse(element[attribute], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && Math.Abs(value) <= MaxCoordinate
            ? value
            : null;

    private static DiagramColours ColoursOf(ElementNode shape) =>
        new(
            Rgb.Parse(shape[BpmnNames.Colour, "border-color"] ?? shape[BpmnNames.BpmnIoColour, "stroke"]),
            Rgb.Parse(shape[BpmnNames.Colour, "background-color"] ?? shape[BpmnNames.BpmnIoColour, "fill"])
        );
}
