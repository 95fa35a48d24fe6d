using System.Globalization;

namespace Approvals.Workflow.Diagram;

/// <summary>A colour of a file, sRGB.</summary>
public readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    /// <summary>Reads <c>#rgb</c> and <c>#rrggbb</c>, which is what modelers write; anything else is no colour.</summary>
    public static Rgb? Parse(string? text)
    {
        if (text is not ['#', .. var digits] || digits.Length is not (3 or 6))
        {
            return null;
        }

        if (digits.Length == 3)
        {
            digits = string.Concat(digits.Select(digit => new string(digit, 2)));
        }

        return int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new((byte)(value >> 16), (byte)(value >> 8), (byte)value)
            : null;
    }

    /// <summary>How well two colours can be told apart, 1 to 21 (WCAG 2.2, contrast ratio).</summary>
    public double Contrast(Rgb other)
    {
        var (a, b) = (Luminance + 0.05, other.Luminance + 0.05);
        return Math.Max(a, b) / Math.Min(a, b);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}

/// <summary>
/// The colours an author gave a shape or an edge: BPMN in Color's <c>border-color</c> and <c>background-color</c>, or
/// bpmn.io's <c>stroke</c> and <c>fill</c>. They are shown in files of their own only, whose paper is known to be white,
/// and never beside the state of an instance, whose colours have a meaning; and only where border (3:1) and name
/// (4.5:1) can still be read, as WCAG 2.2 asks. The colour of a label is never followed.
/// </summary>
public readonly record struct DiagramColours(Rgb? Border, Rgb? Fill)
{
    private const double ForShapes = 3;
    private const double ForText = 4.5;
    private static readonly Rgb Paper = new(255, 255, 255);
    private static readonly Rgb Ink = new(0x14, 0x23, 0x3B);

    /// <summary>What of them can be read on white paper with ink.</summary>
    public DiagramColours Readable
    {
        get
        {
            var border = Border is { } given && given.Contrast(Paper) >= ForShapes ? given : (Rgb?)null;
            var legible =
                Fill is { } fill && fill.Contrast(Ink) >= ForText && fill.Contrast(border ?? Ink) >= ForShapes;
            return new(border, legible ? Fill : null);
        }
    }

    public bool IsEmpty => Border is null && Fill is null;
}
