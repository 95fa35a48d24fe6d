using System.Text;
using Approvals.Credentials.Pdf.Fonts;

namespace Approvals.Credentials.Pdf.Drawing;

/// <summary>
/// Breaks Chinese text into lines (禁则, W3C Requirements for Chinese Text Layout §3.1): closing marks don't begin a line, opening
/// marks don't end one, words and numbers stay whole, and a number keeps the unit that follows it.
/// </summary>
public static class ChineseLines
{
    private const string NotAtStart = "，。、；：？！）〕】》〉」』”’％‰℃…—～·,.;:?!)]}%";
    private const string NotAtEnd = "（〔【《〈「『“‘￥＄([{";

    /// <param name="size">Em, in the unit of <paramref name="width"/>.</param>
    /// <param name="indent">Room to leave free at the first line.</param>
    public static IReadOnlyList<string> Break(string text, Typeface face, double size, double width, double indent = 0)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var room = width - indent;
        var used = 0.0;
        foreach (var unit in Units(text).SelectMany(unit => Fitting(unit, face, size, width)))
        {
            var length = face.WidthOf(unit, size);
            if (line.Length > 0 && used + face.WidthOf(unit.TrimEnd(), size) > room + 1e-6)
            {
                lines.Add(line.ToString().TrimEnd());
                line.Clear();
                (room, used) = (width, 0);
            }

            line.Append(unit);
            used += length;
        }

        lines.Add(line.ToString().TrimEnd());
        return lines;
    }

    /// <summary>The smallest parts between which a line may break.</summary>
    private static IEnumerable<string> Units(string text)
    {
        var characters = text.EnumerateRunes().ToList();
        var unit = new StringBuilder();
        for (var i = 0; i < characters.Count; i++)
        {
            unit.Append(characters[i]);
            if (i + 1 == characters.Count || MayBreak(characters, i))
            {
                yield return unit.ToString();
                unit.Clear();
            }
        }
    }

    /// <summary>A unit longer than a whole line, such as an address of the web, is cut wherever the line ends.</summary>
    private static IEnumerable<string> Fitting(string unit, Typeface face, double size, double width) =>
        face.WidthOf(unit, size) <= width ? [unit] : unit.EnumerateRunes().Select(character => character.ToString());

    private static bool MayBreak(List<Rune> characters, int index)
    {
        var (before, after) = (characters[index], characters[index + 1]);
        if (Is(NotAtStart, after) || Is(NotAtEnd, before) || after.Value == ' ')
        {
            return false;
        }

        if (before.Value == ' ')
        {
            return index == 0 || !Rune.IsDigit(characters[index - 1]);
        }

        // An address of the web may go on after a slash, a date written with slashes may not.
        if (before.Value == '/' && Rune.IsLetter(after))
        {
            return true;
        }

        return !(IsWord(before) && IsWord(after));
    }

    private static bool Is(string marks, Rune character) =>
        character.IsBmp && marks.Contains((char)character.Value, StringComparison.Ordinal);

    /// <summary>Between two of these a line neither breaks nor stretches.</summary>
    internal static bool IsWord(Rune character) =>
        character.IsAscii
        && (
            Rune.IsLetterOrDigit(character)
            || "-_./@#&+=~:'\"".Contains((char)character.Value, StringComparison.Ordinal)
        );
}
