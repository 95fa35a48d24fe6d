namespace Approvals.Credentials.Pdf.Drawing;

/// <summary>An sRGB colour, 8 bits each.</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>Ink of text and frames.</summary>
    public static readonly Colour Ink = new(0x14, 0x23, 0x3B);
    public static readonly Colour SecondInk = new(0x43, 0x50, 0x69);
    public static readonly Colour FaintInk = new(0x62, 0x6D, 0x80);

    /// <summary>Hairlines.</summary>
    public static readonly Colour Rule = new(0xDD, 0xD6, 0xC6);

    /// <summary>The red of seals.</summary>
    public static readonly Colour Seal = new(0xB4, 0x23, 0x1B);
    public static readonly Colour Black = new(0, 0, 0);

    public string ToCss() => $"#{Red:X2}{Green:X2}{Blue:X2}";
}
