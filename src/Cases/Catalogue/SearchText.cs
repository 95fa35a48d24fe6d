namespace Approvals.Cases.Catalogue;

/// <summary>Texts as the search compares them: small letters, half width, without punctuation.</summary>
internal static class SearchText
{
    private const int LongestQuery = 100;

    public static string Normalise(string? text) => string.Concat(WordsIn(text ?? ""));

    /// <summary>The query's words; what is longer than a hundred characters is cut, since nobody searches so.</summary>
    public static IReadOnlyList<string> WordsOf(string? query)
    {
        query ??= "";
        return [.. WordsIn(query.Length > LongestQuery ? query[..LongestQuery] : query).Distinct()];
    }

    /// <summary>Every two neighbouring characters.</summary>
    public static IEnumerable<string> PairsOf(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            yield return text.Substring(i, 2);
        }
    }

    private static IEnumerable<string> WordsIn(string text)
    {
        var start = -1;
        var folded = string.Concat(text.Select(Fold));
        for (var i = 0; i <= folded.Length; i++)
        {
            var inside = i < folded.Length && char.IsLetterOrDigit(folded[i]);
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                yield return folded[start..i];
                start = -1;
            }
        }
    }

    // U+FF01..U+FF5E are the full-width twins of U+0021..U+007E.
    private static char Fold(char character) =>
        char.ToLowerInvariant(character is >= '！' and <= '～' ? (char)(character - 0xFEE0) : character);
}
