using Approvals.Workflow.Diagram.Labels;

namespace Approvals.Workflow.Diagram.Shapes;

/// <summary>
/// The band of a participant in a choreography activity (BPMN 2.0 §11.4.1): white for who begins, shaded for the
/// others, with three bars when there may be several of them, and the envelope of its message.
/// </summary>
internal static class BandShape
{
    private const double Corner = 4;
    private const string Bars = "M-3.5-4V4M0-4V4M3.5-4V4";

    public static void Draw(Picture picture, DiagramNode band)
    {
        picture.Svg.Cover(band.Bounds);
        picture.Open(band.Id, band.Colours);
        if (band.Message is not MessageMark.None && !picture.Options.Compact)
        {
            MessageShape.DrawBeside(picture, band);
        }

        Draw(picture, band.Bounds, band.Name, band.Band, band.Interrupting, band.Markers);
        picture.Close();
    }

    /// <param name="begins">Whether the participant sends the first message.</param>
    public static void Draw(
        Picture picture,
        Box box,
        string name,
        BandPlace place,
        bool begins,
        ActivityMarkers markers = ActivityMarkers.None
    )
    {
        var (top, bottom) = (place is BandPlace.Top ? Corner : 0, place is BandPlace.Bottom ? Corner : 0);
        var shade = begins ? "" : " shade";
        picture.Svg.Add(
            $"""<path class="k{shade}" d="M{box.X} {box.Y + top}{Arc(top, top, -top)}H{box.Right - top}{Arc(top, top, top)}V{box.Bottom - bottom}{Arc(bottom, -bottom, bottom)}H{box.X + bottom}{Arc(bottom, -bottom, -bottom)}Z"/>"""
        );
        var several = markers.HasFlag(ActivityMarkers.ParallelInstances);
        var middle = box.CenterY - (several && box.Height > 30 ? 5 : 0);
        foreach (var line in TextWrapping.Wrap(name, box.Width - 10, Picture.TightSize, 1))
        {
            picture.Line(line, box.CenterX, middle + (Picture.TightSize * 0.36), "tight");
        }

        if (several)
        {
            var at = box.Height > 30 ? new Point(box.CenterX, box.Bottom - 7) : new(box.X + 10, box.CenterY);
            picture.Glyph(Bars, at, 1, " fine");
        }
    }

    private static string Arc(double radius, double dx, double dy) =>
        radius == 0
            ? ""
            : $"a{SvgWriter.Number(radius)} {SvgWriter.Number(radius)} 0 0 1 {SvgWriter.Number(dx)} {SvgWriter.Number(dy)}";
}
