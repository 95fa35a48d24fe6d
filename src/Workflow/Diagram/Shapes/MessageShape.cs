namespace Approvals.Workflow.Diagram.Shapes;

/// <summary>A message as an envelope: on a message flow, beside a choreography's participant, or standing alone (BPMN 2.0 §9.2, §11.4.1).</summary>
internal static class MessageShape
{
    private const double Width = 22;
    private const double Height = 15;
    private const double Distance = 14;

    public static void Draw(Picture picture, DiagramNode node)
    {
        picture.Open(node.Id, node.Colours);
        Envelope(picture, node.Bounds, node.Message, picture.Class(node.Id));
        picture.Close();
    }

    /// <summary>The envelope on a line; what opens the exchange is white, the answer shaded.</summary>
    public static void DrawOn(Picture picture, DiagramEdge edge) => Envelope(picture, PlaceOn(edge), edge.Message, "");

    /// <summary>Where the envelope of a message flow lies: its name gives way.</summary>
    public static Box PlaceOn(DiagramEdge edge)
    {
        var middle = Polyline.Middle(edge.Waypoints);
        return new(middle.X - (Width / 2), middle.Y - (Height / 2), Width, Height);
    }

    /// <summary>The envelope that a participant of a choreography activity sends, tied to its band.</summary>
    public static void DrawBeside(Picture picture, DiagramNode band)
    {
        var place = PlaceBeside(band);
        var (start, end) = place.Y < band.Bounds.Y ? (band.Bounds.Y, place.Bottom) : (band.Bounds.Bottom, place.Y);
        picture.Svg.Add($"""<path class="f assoc" d="M{place.CenterX} {start}V{end}"/>""");
        Envelope(picture, place, band.Message, "");
    }

    /// <summary>Above the band, or below it when it is the lowest of its activity.</summary>
    public static Box PlaceBeside(DiagramNode band)
    {
        var y = band.Band is BandPlace.Bottom ? band.Bounds.Bottom + Distance : band.Bounds.Y - Distance - Height;
        return new(band.Bounds.CenterX - (Width / 2), y, Width, Height);
    }

    private static void Envelope(Picture picture, Box box, MessageMark mark, string progress)
    {
        var shade = mark is MessageMark.NonInitiating ? " shade" : "";
        picture.Svg.Cover(box);
        picture.Svg.Add(
            $"""<rect class="k{shade}{progress}" x="{box.X}" y="{box.Y}" width="{box.Width}" height="{box.Height}"/>"""
        );
        picture.Svg.Add(
            $"""<path class="k in{progress}" d="M{box.X} {box.Y}L{box.CenterX} {box.Y + (box.Height * 0.55)} {box.Right} {box.Y}"/>"""
        );
    }
}
