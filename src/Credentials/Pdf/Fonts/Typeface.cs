using System.Text;

namespace Approvals.Credentials.Pdf.Fonts;

/// <summary>
/// A font with others to fall back on, in order. Rare characters of names (生僻字) are looked for in all of them; a character that
/// none has is a <see cref="MissingCharacterException"/>, because a licence with a box in a name is worse than none.
/// </summary>
public sealed record Typeface(params IReadOnlyList<TrueTypeFont> Fonts)
{
    public TrueTypeFont Main => Fonts[0];

    public (TrueTypeFont Font, int Glyph) GlyphOf(Rune character)
    {
        foreach (var font in Fonts)
        {
            var glyph = font.GlyphOf(character);
            if (glyph != 0)
            {
                return (font, glyph);
            }
        }

        throw new MissingCharacterException(character);
    }

    /// <summary>Characters of the text that no font has.</summary>
    public IReadOnlyList<Rune> Missing(string text) =>
        [.. text.EnumerateRunes().Where(character => Fonts.All(font => font.GlyphOf(character) == 0)).Distinct()];

    /// <summary>Width of one line in the unit of <paramref name="size"/>, spacing after every character included.</summary>
    public double WidthOf(string text, double size, double spacing = 0)
    {
        var width = 0.0;
        foreach (var character in text.EnumerateRunes())
        {
            width += AdvanceOf(character, size) + spacing;
        }

        return width;
    }

    public double AdvanceOf(Rune character, double size)
    {
        var (font, glyph) = GlyphOf(character);
        return font.AdvanceOf(glyph) * size / font.UnitsPerEm;
    }
}

/// <summary>No font at hand has this character.</summary>
public sealed class MissingCharacterException(Rune character)
    : Exception($"No font has the character {character} (U+{character.Value:X4}).")
{
    public Rune Character { get; } = character;
}
