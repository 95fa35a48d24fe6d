namespace Approvals.Workflow.Diagram.Shapes;

/// <summary>
/// Events (BPMN 2.0 §10.5): one thin ring starts, two lie between, one thick ring ends; dashed when the scope goes on;
/// the trigger is outlined when it catches and filled when it throws.
/// </summary>
internal static class EventShape
{
    public static void Draw(Picture picture, DiagramNode node)
    {
        var center = node.Bounds.Center;
        var radius = Math.Min(node.Bounds.Width, node.Bounds.Height) / 2;
        var progress = picture.Class(node.Id);
        var dash = node.Interrupting ? "" : " dash";
        picture.Svg.Cover(node.Bounds.Inflate(1));
        picture.Open(node.Id, node.Colours);
        var thick = node.Kind is NodeKind.EndEvent ? " thick" : "";
        picture.Svg.Add($"""<circle class="k{progress}{thick}{dash}" cx="{center.X}" cy="{center.Y}" r="{radius}"/>""");
        if (node.Kind is NodeKind.IntermediateCatchEvent or NodeKind.IntermediateThrowEvent or NodeKind.BoundaryEvent)
        {
            picture.Svg.Add(
                $"""<circle class="k in{progress}{dash}" cx="{center.X}" cy="{center.Y}" r="{radius * 0.82}"/>"""
            );
        }

        DrawTrigger(picture, node, center, radius / 18, " fine" + progress);
        picture.Close();
    }

    /// <summary>The start of a collapsed event sub-process, in its corner.</summary>
    public static void DrawSmall(Picture picture, DiagramNode node, Point center)
    {
        const double radius = 9;
        var progress = picture.Class(node.Id);
        var dash = node.Interrupting ? "" : " dash";
        picture.Svg.Add($"""<circle class="k in{progress}{dash}" cx="{center.X}" cy="{center.Y}" r="{radius}"/>""");
        DrawTrigger(picture, node, center, radius / 18, " fine" + progress);
    }

    private static void DrawTrigger(Picture picture, DiagramNode node, Point center, double scale, string progress)
    {
        var throws = node.Kind is NodeKind.EndEvent or NodeKind.IntermediateThrowEvent;
        switch (node.Trigger)
        {
            case EventTrigger.None:
                break;
            case EventTrigger.Message when throws:
                picture.Glyph(EventGlyph.EnvelopeBody, center, scale, " solid" + progress);
                picture.Glyph(EventGlyph.EnvelopeFlap, center, scale, " cut" + progress);
                break;
            case EventTrigger.Message:
                picture.Glyph(EventGlyph.EnvelopeBody + EventGlyph.EnvelopeFlap, center, scale, progress);
                break;
            case EventTrigger.Terminate:
                picture.Glyph(EventGlyph.Disc, center, scale, " solid" + progress);
                break;
            default:
                picture.Glyph(EventGlyph.Of(node.Trigger), center, scale, (throws ? " solid" : "") + progress);
                break;
        }
    }
}
