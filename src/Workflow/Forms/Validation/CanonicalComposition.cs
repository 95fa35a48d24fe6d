using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Approvals.Workflow.Forms.Validation;

/// <summary>
/// Normalization form C (UAX #15). The runtime's own needs ICU and does nothing in invariant globalization mode, so two
/// spellings of one name would be two names; this one needs only its tables.
/// </summary>
public static class CanonicalComposition
{
    private const int HangulFirst = 0xAC00;
    private const int LeadFirst = 0x1100;
    private const int VowelFirst = 0x1161;
    private const int TailFirst = 0x11A7;
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Tails = 28;

    private static readonly FrozenDictionary<int, (int First, int Second)> Decompositions;
    private static readonly FrozenDictionary<long, int> Compositions;
    private static readonly FrozenDictionary<int, byte> Classes;

    static CanonicalComposition()
    {
        var decompositions = new Dictionary<int, (int, int)>();
        var compositions = new Dictionary<long, int>();
        var last = 0;
        foreach (var entry in Entries(UnicodeData.Decompositions))
        {
            var mark = entry.AsSpan().IndexOfAny('=', '!');
            last += Hex(entry.AsSpan(0, mark));
            var plus = entry.IndexOf('+', StringComparison.Ordinal);
            var first = Hex(entry.AsSpan()[(mark + 1)..(plus < 0 ? entry.Length : plus)]);
            var second = plus < 0 ? 0 : Hex(entry.AsSpan(plus + 1));
            decompositions.Add(last, (first, second));
            if (entry[mark] == '=')
            {
                compositions.Add(Pair(first, second), last);
            }
        }

        var classes = new Dictionary<int, byte>();
        last = 0;
        foreach (var entry in Entries(UnicodeData.CombiningClasses))
        {
            var equals = entry.IndexOf('=', StringComparison.Ordinal);
            var hyphen = entry.IndexOf('-', StringComparison.Ordinal);
            var first = last + Hex(entry.AsSpan()[..(hyphen < 0 ? equals : hyphen)]);
            last = hyphen < 0 ? first : first + Hex(entry.AsSpan()[(hyphen + 1)..equals]);
            var combiningClass = byte.Parse(entry.AsSpan(equals + 1), NumberStyles.None, CultureInfo.InvariantCulture);
            for (var point = first; point <= last; point++)
            {
                classes.Add(point, combiningClass);
            }
        }

        Decompositions = decompositions.ToFrozenDictionary();
        Compositions = compositions.ToFrozenDictionary();
        Classes = classes.ToFrozenDictionary();
    }

    /// <summary>The text in form C. Half surrogates become U+FFFD.</summary>
    public static string Of(string text)
    {
        // Below U+0300 nothing combines and every character is composed already.
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u02FF'))
        {
            return text;
        }

        var points = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Decompose(points, rune.Value);
        }

        Reorder(points);
        return Composed(points);
    }

    private static void Decompose(List<int> points, int point)
    {
        var hangul = point - HangulFirst;
        if (hangul is >= 0 and < Leads * Vowels * Tails)
        {
            points.Add(LeadFirst + (hangul / (Vowels * Tails)));
            points.Add(VowelFirst + (hangul / Tails % Vowels));
            if (hangul % Tails != 0)
            {
                points.Add(TailFirst + (hangul % Tails));
            }
        }
        else if (Decompositions.TryGetValue(point, out var parts))
        {
            Decompose(points, parts.First);
            if (parts.Second != 0)
            {
                Decompose(points, parts.Second);
            }
        }
        else
        {
            points.Add(point);
        }
    }

    /// <summary>Sorts each run of combining marks by class, keeping the order of equals.</summary>
    private static void Reorder(List<int> points)
    {
        for (var start = 0; start < points.Count; start++)
        {
            if (ClassOf(points[start]) == 0)
            {
                continue;
            }

            var end = start;
            while (end < points.Count && ClassOf(points[end]) != 0)
            {
                end++;
            }

            if (end - start > 1)
            {
                var sorted = points.GetRange(start, end - start).OrderBy(ClassOf).ToList();
                for (var i = 0; i < sorted.Count; i++)
                {
                    points[start + i] = sorted[i];
                }
            }

            start = end;
        }
    }

    private static string Composed(List<int> points)
    {
        var kept = new List<int>(points.Count);
        var starter = -1;
        var lastClass = 0;
        foreach (var point in points)
        {
            var combiningClass = ClassOf(point);
            var blocked = starter >= 0 && kept.Count - starter > 1 && lastClass >= combiningClass;
            if (starter >= 0 && !blocked && Composition(kept[starter], point) is { } whole)
            {
                kept[starter] = whole;
                continue;
            }

            if (combiningClass == 0)
            {
                starter = kept.Count;
            }

            lastClass = combiningClass;
            kept.Add(point);
        }

        var text = new StringBuilder(kept.Count);
        foreach (var point in kept)
        {
            text.Append(new Rune(point));
        }

        return text.ToString();
    }

    private static int? Composition(int first, int second)
    {
        var (lead, vowel) = (first - LeadFirst, second - VowelFirst);
        if (lead is >= 0 and < Leads && vowel is >= 0 and < Vowels)
        {
            return HangulFirst + (((lead * Vowels) + vowel) * Tails);
        }

        var (syllable, tail) = (first - HangulFirst, second - TailFirst);
        if (syllable is >= 0 and < Leads * Vowels * Tails && syllable % Tails == 0 && tail is > 0 and < Tails)
        {
            return first + tail;
        }

        return Compositions.TryGetValue(Pair(first, second), out var whole) ? whole : null;
    }

    private static int ClassOf(int point) => Classes.TryGetValue(point, out var value) ? value : 0;

    private static long Pair(int first, int second) => ((long)first << 32) | (uint)second;

    private static string[] Entries(string table) =>
        table.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    private static int Hex(ReadOnlySpan<char> digits) =>
        int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
