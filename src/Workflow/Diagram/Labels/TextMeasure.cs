using System.Text;

namespace Approvals.Workflow.Diagram.Labels;

/// <summary>
/// How wide text is, without a font: East Asian characters fill the em square, Latin ones have the average widths of
/// the common sans faces. Errs to the wide side, so that a wrapped line fits.
/// </summary>
public static class TextMeasure
{
    /// <summary>Width of <paramref name="text"/> at a font size, in the unit of the size.</summary>
    public static double Width(string text, double fontSize)
    {
        var ems = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            ems += Ems(rune);
        }

        return ems * fontSize;
    }

    public static double Ems(Rune rune) =>
        rune.Value switch
        {
            < 0x20 => 0,
            ' ' or '!' or '\'' or ',' or '.' or ':' or ';' or '|' or '`' => 0.29,
            'f' or 'i' or 'j' or 'l' or 't' or 'I' or '(' or ')' or '[' or ']' or '/' or '\\' or 'r' or '-' => 0.37,
            'm' or 'w' or 'M' or 'W' or '@' or '%' => 0.92,
            >= 'A' and <= 'Z' => 0.68,
            < 0x7F => 0.58,
            0x200B or 0xFEFF => 0,
            < 0x0300 => 0.6,
            >= 0x0300 and < 0x0370 => 0,
            >= 0xFE00 and <= 0xFE0F => 0,
            >= 0xFF61 and <= 0xFFDC => 0.5,
            _ => IsWide(rune) ? 1 : 0.62,
        };

    /// <summary>True for characters that stand in the em square: between two of them a line may break.</summary>
    public static bool IsWide(Rune rune) =>
        rune.Value
            is (>= 0x1100 and <= 0x115F)
                or (>= 0x2014 and <= 0x2015)
                or (>= 0x2018 and <= 0x201D)
                or (>= 0x2025 and <= 0x2026)
                or (>= 0x2460 and <= 0x24FF)
                or (>= 0x2E80 and <= 0xA4CF)
                or (>= 0xAC00 and <= 0xD7A3)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0xFE30 and <= 0xFE4F)
                or (>= 0xFF01 and <= 0xFF60)
                or (>= 0xFFE0 and <= 0xFFE6)
                or (>= 0x1F300 and <= 0x1FAFF)
                or (>= 0x20000 and <= 0x3FFFD);
}
