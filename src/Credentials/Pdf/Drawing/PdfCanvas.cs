using System.Numerics;
using System.Text;
using Approvals.Credentials.Pdf.Fonts;
using Approvals.Credentials.Pdf.Syntax;
using Approvals.Credentials.Pdf.Writing;

namespace Approvals.Credentials.Pdf.Drawing;

/// <summary>
/// What is drawn on a page or in an appearance. Lengths are points (1/72 inch) from the top left corner, x right, y down. Everything
/// drawn belongs to a structure element (<see cref="Tag"/>) or is an <see cref="Artifact"/>, so that a reader's voice gets the text
/// in order and no frames (ISO 32000-1 §14.8).
/// </summary>
public sealed class PdfCanvas
{
    /// <summary>3.5 µm: finer than any printer's dot, and seals compress to two thirds.</summary>
    private const int CurveDecimals = 2;
    private readonly PdfOutput output = new();
    private readonly PdfResources resources;
    private readonly PageTags? tags;

    internal PdfCanvas(double width, double height, PdfResources resources, PageTags? tags = null)
    {
        Width = width;
        Height = height;
        this.resources = resources;
        this.tags = tags;
    }

    public double Width { get; }
    public double Height { get; }

    internal ReadOnlySpan<byte> Content => output.Written;
    internal PageTags? Tags => tags;

    /// <summary>Draws one line of text; <paramref name="x"/> is its left edge.</summary>
    /// <exception cref="MissingCharacterException">No font of the typeface has a character.</exception>
    public void Text(double x, double baseline, string text, TextStyle style)
    {
        TrueTypeFont? current = null;
        var codes = new List<byte>();
        var (runStart, at) = (x, x);
        foreach (var character in text.EnumerateRunes())
        {
            var (font, glyph) = style.Face.GlyphOf(character);
            if (!ReferenceEquals(font, current))
            {
                Run(current, codes, runStart, baseline, style);
                (current, runStart) = (font, at);
            }

            var index = resources.SubsetOf(font).IndexOf(glyph, character);
            codes.Add((byte)(index >> 8));
            codes.Add((byte)index);
            at += (font.AdvanceOf(glyph) * style.Size / font.UnitsPerEm) + style.Spacing;
        }

        Run(current, codes, runStart, baseline, style);
    }

    public void TextCentred(double centre, double baseline, string text, TextStyle style) =>
        Text(centre - (style.WidthOf(text) / 2), baseline, text, style);

    public void TextRight(double right, double baseline, string text, TextStyle style) =>
        Text(right - style.WidthOf(text), baseline, text, style);

    /// <summary>
    /// Spreads the characters evenly over the width (两端对齐), as labels of certificates are set. Text too wide is drawn as it is.
    /// </summary>
    public void TextSpread(double x, double baseline, double width, string text, TextStyle style)
    {
        var count = text.EnumerateRunes().Count();
        var natural = style.Face.WidthOf(text, style.Size);
        var spacing = count > 1 ? Math.Max(0, (width - natural) / (count - 1)) : 0;
        Text(x, baseline, text, style with { Spacing = spacing });
    }

    /// <summary>
    /// Fills the measure exactly (两端对齐) by widening the gaps between characters; words and numbers keep their own spacing.
    /// </summary>
    /// <param name="width">The measure in points; text wider than it is drawn as it is.</param>
    public void TextJustified(double x, double baseline, double width, string text, TextStyle style)
    {
        var characters = text.EnumerateRunes().ToList();
        var gaps = 0;
        for (var i = 1; i < characters.Count; i++)
        {
            gaps += Stretches(characters[i - 1], characters[i]) ? 1 : 0;
        }

        var missing = width - style.WidthOf(text);
        if (gaps == 0 || missing <= 0)
        {
            Text(x, baseline, text, style);
            return;
        }

        // Every stretch of one spacing is one run; the spacing follows each of its characters.
        var wide = style with
        {
            Spacing = style.Spacing + (missing / gaps),
        };
        for (var start = 0; start < characters.Count; )
        {
            var stretches = start + 1 < characters.Count && Stretches(characters[start], characters[start + 1]);
            var end = start + 1;
            while (
                end < characters.Count
                && (end + 1 < characters.Count && Stretches(characters[end], characters[end + 1])) == stretches
            )
            {
                end++;
            }

            var run = string.Concat(characters[start..end]);
            var used = stretches ? wide : style;
            Text(x, baseline, run, used);
            x += used.Face.WidthOf(run, used.Size, used.Spacing);
            start = end;
        }

        static bool Stretches(Rune before, Rune after) => !(ChineseLines.IsWord(before) && ChineseLines.IsWord(after));
    }

    public void Fill(VectorPath path, Colour colour, bool evenOdd = false)
    {
        Paint(colour, "rg"u8);
        Path(path);
        output.Raw(evenOdd ? "f*\n"u8 : "f\n"u8);
    }

    /// <param name="width">Line width in points.</param>
    public void Stroke(VectorPath path, Colour colour, double width)
    {
        Paint(colour, "RG"u8);
        output.Number(width).Raw(" w\n"u8);
        Path(path);
        output.Raw("S\n"u8);
    }

    public void Line(double x1, double y1, double x2, double y2, Colour colour, double width) =>
        Stroke(VectorPath.Line(new((float)x1, (float)y1), new((float)x2, (float)y2)), colour, width);

    /// <summary>Until the scope ends nothing outside the path is painted.</summary>
    public IDisposable Clip(VectorPath path)
    {
        output.Raw("q\n"u8);
        Path(path);
        output.Raw("W n\n"u8);
        return new Scope(output, "Q\n");
    }

    /// <summary>Until the scope ends coordinates are mapped by the matrix.</summary>
    public IDisposable Transform(Matrix3x2 matrix)
    {
        var flip = new Matrix3x2(1, 0, 0, -1, 0, (float)Height);
        var mapped = flip * matrix * flip;
        output.Raw("q\n"u8);
        foreach (
            var number in (ReadOnlySpan<float>)[mapped.M11, mapped.M12, mapped.M21, mapped.M22, mapped.M31, mapped.M32]
        )
        {
            output.Number(number).Byte((byte)' ');
        }

        output.Raw("cm\n"u8);
        return new Scope(output, "Q\n");
    }

    /// <summary>Until the scope ends paint mixes with what lies below, like ink pressed on print.</summary>
    /// <param name="opacity">0 to 1.</param>
    public IDisposable Multiply(double opacity)
    {
        output.Raw("q /"u8).Ascii(resources.MultiplyState(opacity)).Raw(" gs\n"u8);
        return new Scope(output, "Q\n");
    }

    /// <summary>What is drawn until the scope ends is the content of this element.</summary>
    public IDisposable Tag(StructureElement element)
    {
        if (tags is null)
        {
            throw new InvalidOperationException("An appearance has no structure of its own.");
        }

        output.Byte((byte)'/').Ascii(element.Type).Raw(" <</MCID "u8).Integer(tags.Add(element)).Raw(">> BDC\n"u8);
        if (element.ActualText is not { } spoken)
        {
            return new Scope(output, "EMC\n");
        }

        // Said in the content too, for programs that copy text without looking at the structure.
        var span = new PdfDictionary { ["ActualText"] = PdfString.OfText(spoken) };
        output.Raw("/Span "u8).Value(span).Raw(" BDC\n"u8);
        return new Scope(output, "EMC EMC\n");
    }

    /// <summary>What is drawn until the scope ends is decoration and not read out.</summary>
    public IDisposable Artifact()
    {
        output.Raw("/Artifact BMC\n"u8);
        return new Scope(output, "EMC\n");
    }

    private void Run(TrueTypeFont? font, List<byte> codes, double x, double baseline, TextStyle style)
    {
        if (font is null || codes.Count == 0)
        {
            return;
        }

        Paint(style.Colour, "rg"u8);
        output.Raw("BT /"u8).Ascii(resources.NameOf(font)).Byte((byte)' ').Number(style.Size).Raw(" Tf "u8);
        output.Number(style.Spacing).Raw(" Tc "u8);
        output.Number(x).Byte((byte)' ').Number(Height - baseline).Raw(" Td "u8);
        output.Hex(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(codes)).Raw(" Tj ET\n"u8);
        codes.Clear();
    }

    private void Paint(Colour colour, ReadOnlySpan<byte> command)
    {
        output.Number(colour.Red / 255.0).Byte((byte)' ');
        output.Number(colour.Green / 255.0).Byte((byte)' ');
        output.Number(colour.Blue / 255.0).Byte((byte)' ').Raw(command).Byte((byte)'\n');
    }

    private void Path(VectorPath path)
    {
        var at = 0;
        foreach (var step in path.Steps)
        {
            var (count, command) = step switch
            {
                PathStep.Move => (1, (byte)'m'),
                PathStep.Line => (1, (byte)'l'),
                PathStep.Cubic => (3, (byte)'c'),
                _ => (0, (byte)'h'),
            };
            for (var i = 0; i < count; i++, at++)
            {
                output.Number(Math.Round(path.Points[at].X, CurveDecimals)).Byte((byte)' ');
                output.Number(Math.Round(Height - path.Points[at].Y, CurveDecimals)).Byte((byte)' ');
            }

            output.Byte(command).Byte((byte)'\n');
        }
    }

    private sealed class Scope(PdfOutput output, string end) : IDisposable
    {
        private bool ended;

        public void Dispose()
        {
            if (!ended)
            {
                ended = true;
                output.Ascii(end);
            }
        }
    }
}
