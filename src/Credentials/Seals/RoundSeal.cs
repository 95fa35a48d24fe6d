using System.Globalization;
using System.Numerics;
using System.Security;
using System.Text;
using Approvals.Credentials.Pdf.Drawing;
using Approvals.Credentials.Pdf.Fonts;
using Approvals.Credentials.Signing;

namespace Approvals.Credentials.Seals;

/// <summary>
/// The round official seal (圆形公章) as vector art: ring, five-pointed star, the organisation's name along the upper arc, a purpose
/// line below the star and the seal's number along the lower arc (国发〔1999〕25 号 for the form; GB/T 33481 for electronic seals'
/// picture). Text is drawn as outlines, so that a seal needs no fonts where it is shown. One geometry, two hundred units wide,
/// for PDF and SVG.
/// </summary>
public sealed class RoundSeal
{
    private const float Side = 200;
    private const float RingRadius = 95;
    private const float RingWidth = 4.5f;
    private const float NameRadius = 74;
    private const float NameSize = 26;
    private const float StarRadius = 30;
    private const float NumberRadius = 82;
    private const float NumberSize = 10;
    private const float PurposeBaseline = 152;
    private const float PurposeSize = 14;
    private const float PurposeWidth = 108;
    private const int LongestName = 40;
    private static readonly Vector2 Centre = new(Side / 2, Side / 2);

    /// <param name="organisation">Full name as registered, at most 40 characters.</param>
    /// <param name="purpose">电子证照专用, 行政审批专用章…, or empty.</param>
    /// <param name="serialNumber">The seal's registered number, digits, or empty.</param>
    /// <param name="face">Bold Song.</param>
    public RoundSeal(string organisation, string purpose, string serialNumber, Typeface face)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(organisation);
        if (organisation.Length > LongestName)
        {
            throw new ArgumentException($"A seal bears at most {LongestName} characters.", nameof(organisation));
        }

        (Organisation, Purpose, SerialNumber) = (organisation, purpose, serialNumber);
        Ring = VectorPath.Circle(Centre, RingRadius);
        Art = new VectorPath();
        Art.Append(Star(), Matrix3x2.Identity);
        AppendName(face);
        AppendPurpose(face);
        AppendNumber(face);
    }

    public string Organisation { get; }
    public string Purpose { get; }
    public string SerialNumber { get; }

    /// <summary>What a reader's voice says.</summary>
    public string Description => $"{Organisation}电子印章" + (Purpose.Length > 0 ? $"（{Purpose}）" : "");

    /// <summary>To be stroked <see cref="RingWidth"/> units wide.</summary>
    private VectorPath Ring { get; }

    /// <summary>To be filled by the nonzero rule.</summary>
    private VectorPath Art { get; }

    /// <param name="centre">In the canvas's points.</param>
    /// <param name="diameter">Points, over the whole picture; the ring measures 97 % of it.</param>
    /// <param name="degrees">Clockwise; a seal is set upright.</param>
    public void Draw(PdfCanvas canvas, Vector2 centre, float diameter, float degrees = 0)
    {
        var scale = diameter / Side;
        var place =
            Matrix3x2.CreateTranslation(-Centre)
            * Matrix3x2.CreateRotation(float.DegreesToRadians(degrees))
            * Matrix3x2.CreateScale(scale)
            * Matrix3x2.CreateTranslation(centre);
        canvas.Stroke(Ring.Transform(place), Colour.Seal, RingWidth * scale);
        canvas.Fill(Art.Transform(place), Colour.Seal);
    }

    /// <summary>A complete <c>svg</c> element with a name for assistive technology.</summary>
    /// <param name="colour">Any CSS colour; a page passes its own variable.</param>
    public string ToSvg(string colour = "#B4231B")
    {
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Side} {Side}\""
        );
        svg.Append(" role=\"img\" aria-label=\"")
            .Append(SecurityElement.Escape(Description))
            .Append("\"><circle cx=\"100\"");
        svg.Append(
            CultureInfo.InvariantCulture,
            $" cy=\"100\" r=\"{RingRadius}\" fill=\"none\" stroke-width=\"{RingWidth}\""
        );
        var paint = SecurityElement.Escape(colour);
        svg.Append(" stroke=\"").Append(paint).Append("\"/><path fill=\"").Append(paint);
        return svg.Append("\" d=\"").Append(Art.ToSvg()).Append("\"/></svg>").ToString();
    }

    private static VectorPath Star()
    {
        // The inner corners of a regular pentagram lie at this part of the outer radius: (3 − √5) / 2.
        const float Inner = 0.381966f;
        var star = new VectorPath();
        for (var corner = 0; corner < 10; corner++)
        {
            var radius = corner % 2 == 0 ? StarRadius : StarRadius * Inner;
            var point = Centre + OnCircle(radius, corner * 36);
            _ = corner == 0 ? star.MoveTo(point) : star.LineTo(point);
        }

        return star.Close();
    }

    private void AppendName(Typeface face)
    {
        const float WidestStep = 30;
        const float WidestSpan = 240;
        const float Condensed = 0.86f;
        var characters = Organisation.EnumerateRunes().ToList();
        var count = characters.Count;
        var step = count > 1 ? Math.Min(WidestStep, Math.Min(WidestSpan, 224 + count - 10) / (count - 1)) : 0;
        var room = count > 1 ? NameRadius * float.DegreesToRadians(step) * 0.92f : NameSize;
        var width = Math.Min(NameSize * Condensed, room);
        var height = Math.Clamp(width / 0.62f, NameSize * 0.55f, NameSize);
        for (var i = 0; i < count; i++)
        {
            var angle = (i - ((count - 1) / 2f)) * step;
            AppendGlyph(face, characters[i], new(width / NameSize, height / NameSize), NameSize, NameRadius, angle);
        }
    }

    private void AppendPurpose(Typeface face)
    {
        var natural = (float)face.WidthOf(Purpose, PurposeSize);
        var squeeze = Math.Min(1, PurposeWidth / Math.Max(natural, 1));
        var x = Centre.X - (natural * squeeze / 2);
        foreach (var character in Purpose.EnumerateRunes())
        {
            var (font, glyph) = face.GlyphOf(character);
            var scale = PurposeSize / font.UnitsPerEm;
            var place = new Matrix3x2(scale * squeeze, 0, 0, -scale, x, PurposeBaseline);
            Art.Append(GlyphOutline.Of(font, glyph), place);
            x += font.AdvanceOf(glyph) * scale * squeeze;
        }
    }

    private void AppendNumber(Typeface face)
    {
        const float Step = 4.5f;
        const float Condensed = 0.86f;
        var characters = SerialNumber.EnumerateRunes().ToList();
        for (var i = 0; i < characters.Count; i++)
        {
            // Along the lower arc the characters stand upright, their feet outwards.
            var angle = (((characters.Count - 1) / 2f) - i) * Step;
            var middle = Centre + OnCircle(NumberRadius, 180 + angle);
            AppendCentred(face, characters[i], new(Condensed, 1), NumberSize, middle, angle);
        }
    }

    private void AppendGlyph(Typeface face, Rune character, Vector2 scale, float size, float radius, float angle) =>
        AppendCentred(face, character, scale, size, Centre + OnCircle(radius, angle), angle);

    private void AppendCentred(Typeface face, Rune character, Vector2 scale, float size, Vector2 middle, float degrees)
    {
        const float HalfHeight = 0.34f;
        var (font, glyph) = face.GlyphOf(character);
        var em = size / font.UnitsPerEm;
        var place =
            Matrix3x2.CreateTranslation(-font.AdvanceOf(glyph) / 2f, -HalfHeight * font.UnitsPerEm)
            * Matrix3x2.CreateScale(em * scale.X, -em * scale.Y)
            * Matrix3x2.CreateRotation(float.DegreesToRadians(degrees))
            * Matrix3x2.CreateTranslation(middle);
        Art.Append(GlyphOutline.Of(font, glyph), place);
    }

    /// <param name="degrees">Clockwise from the top.</param>
    private static Vector2 OnCircle(float radius, float degrees)
    {
        var (sine, cosine) = MathF.SinCos(float.DegreesToRadians(degrees));
        return new(radius * sine, -radius * cosine);
    }
}

/// <summary>The seal as the picture of a signature, pressed over the print below.</summary>
public sealed class SealAppearance(RoundSeal seal, float degrees = -4) : ISignatureAppearance
{
    private const double InkOpacity = 0.92;

    public void Draw(PdfCanvas canvas)
    {
        var diameter = (float)Math.Min(canvas.Width, canvas.Height);
        using (canvas.Multiply(InkOpacity))
        {
            seal.Draw(canvas, new((float)canvas.Width / 2, (float)canvas.Height / 2), diameter, degrees);
        }
    }
}
