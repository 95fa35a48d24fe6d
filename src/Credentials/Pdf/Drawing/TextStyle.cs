using Approvals.Credentials.Pdf.Fonts;

namespace Approvals.Credentials.Pdf.Drawing;

/// <param name="Size">Em in points.</param>
/// <param name="Spacing">Points added after every character (字距).</param>
public sealed record TextStyle(Typeface Face, double Size, Colour Colour, double Spacing = 0)
{
    /// <summary>Width in points of what is seen: the spacing after the last character is not counted.</summary>
    public double WidthOf(string text) => text.Length == 0 ? 0 : Face.WidthOf(text, Size, Spacing) - Spacing;
}
