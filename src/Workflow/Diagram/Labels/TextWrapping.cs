using System.Text;

namespace Approvals.Workflow.Diagram.Labels;

/// <summary>
/// Breaks a label into lines: between Chinese characters and at spaces, never before closing or after opening
/// punctuation, and balanced, so that no single character is left alone on the last line. What doesn't fit into the
/// allowed number of lines ends with an ellipsis.
/// </summary>
public static class TextWrapping
{
    private const string NeverFirst = "、，。．・：；！？）］｝〉》」』】〕’”…—～%‰℃,.:;!?)]}";
    private const string NeverLast = "（［｛〈《「『【〔‘“([{";

    public static IReadOnlyList<string> Wrap(string text, double width, double fontSize, int maxLines)
    {
        var pieces = Pieces(text);
        if (pieces.Count == 0)
        {
            return [];
        }

        var lines = Greedy(pieces, width, fontSize);
        if (lines.Count > maxLines)
        {
            return Cut(lines, width, fontSize, maxLines);
        }

        return lines.Count == 1 ? lines : Balanced(pieces, lines, width, fontSize);
    }

    /// <summary>The narrowest width that needs no more lines, by bisection.</summary>
    private static List<string> Balanced(List<string> pieces, List<string> widest, double width, double fontSize)
    {
        var best = widest;
        var (low, high) = (width / 2, width);
        for (var i = 0; i < 8; i++)
        {
            var middle = (low + high) / 2;
            var lines = Greedy(pieces, middle, fontSize);
            if (lines.Count > widest.Count)
            {
                low = middle;
            }
            else
            {
                (best, high) = (lines, middle);
            }
        }

        return best;
    }

    private static List<string> Cut(List<string> lines, double width, double fontSize, int maxLines)
    {
        var kept = lines[..maxLines];
        var last = kept[^1].TrimEnd();
        while (last.Length > 0 && TextMeasure.Width(last + "…", fontSize) > width)
        {
            last = last[..^(char.IsLowSurrogate(last[^1]) && last.Length > 1 ? 2 : 1)];
        }

        kept[^1] = last.TrimEnd() + "…";
        return kept;
    }

    private static List<string> Greedy(List<string> pieces, double width, double fontSize)
    {
        var lines = new List<string>();
        var (line, used) = ("", 0.0);
        foreach (var piece in pieces)
        {
            var (whole, trimmed) = (TextMeasure.Width(piece, fontSize), TextMeasure.Width(piece.TrimEnd(), fontSize));
            if (line.Length > 0 && used + trimmed > width)
            {
                lines.Add(line.Trim());
                (line, used) = ("", 0);
            }

            (line, used) = (line + piece, used + whole);
            while (used - whole + trimmed > width && SplitPoint(line, width, fontSize) is > 0 and var at)
            {
                lines.Add(line[..at]);
                line = line[at..];
                used = TextMeasure.Width(line, fontSize);
            }
        }

        if (line.Trim().Length > 0)
        {
            lines.Add(line.Trim());
        }

        return lines;
    }

    /// <summary>Where a word too long for a line of its own is cut; 0 when it can't be.</summary>
    private static int SplitPoint(string word, double width, double fontSize)
    {
        var used = 0.0;
        var at = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            used += TextMeasure.Ems(rune) * fontSize;
            if (used > width)
            {
                break;
            }

            at += rune.Utf16SequenceLength;
        }

        return at < word.Length ? at : 0;
    }

    /// <summary>The text cut at every place where a line may end; a space stays with the word before it.</summary>
    private static List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        Rune? before = null;
        foreach (var rune in text.EnumerateRunes())
        {
            var here = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) ? new Rune(' ') : rune;
            if (here.Value == ' ' && (before is null || before.Value.Value == ' '))
            {
                continue;
            }

            if (before is { } last && MayBreak(last, here))
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }

            piece.Append(here);
            before = here;
        }

        if (piece.Length > 0)
        {
            pieces.Add(piece.ToString());
        }

        return pieces;
    }

    private static bool MayBreak(Rune before, Rune here)
    {
        if (here.Value == ' ' || IsIn(NeverFirst, here) || IsIn(NeverLast, before))
        {
            return false;
        }

        return before.Value is ' ' or '-' || TextMeasure.IsWide(before) || TextMeasure.IsWide(here);
    }

    private static bool IsIn(string set, Rune rune) =>
        rune.IsBmp && set.Contains((char)rune.Value, StringComparison.Ordinal);
}
