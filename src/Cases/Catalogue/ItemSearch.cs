using System.Collections.Frozen;

namespace Approvals.Cases.Catalogue;

/// <summary>
/// Finds items by what people type: name, keywords, theme, department, code. Immutable and in memory; postings of single
/// characters and pairs narrow ten thousand items to a few before any is scored.
/// </summary>
public sealed class ItemSearch
{
    private readonly IReadOnlyList<Entry> entries;
    private readonly FrozenDictionary<string, int[]> postings;

    public ItemSearch(IEnumerable<ItemVersion> items)
    {
        entries = [.. items.Select(Entry.Of)];
        var lists = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var index = 0; index < entries.Count; index++)
        {
            foreach (var gram in entries[index].Fields.SelectMany(field => GramsOf(field.Text)).Distinct())
            {
                if (!lists.TryGetValue(gram, out var list))
                {
                    lists[gram] = list = [];
                }

                list.Add(index);
            }
        }

        postings = lists.ToFrozenDictionary(list => list.Key, list => list.Value.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>
    /// Best first, equal ones by code. An empty query gives every item that passes the filters. Words separated by blanks
    /// must all be found; a word counts as found in part when at least half of its character pairs are.
    /// </summary>
    public IReadOnlyList<ItemVersion> Find(string? query, string? theme = null, string? unit = null, int limit = 50)
    {
        var words = SearchText.WordsOf(query);
        Dictionary<int, double>? scores = null;
        foreach (var word in words)
        {
            scores = ScoresOf(word, scores);
        }

        var found = scores is null
            ? entries.Select(entry => (Entry: entry, Score: 0.0))
            : scores.Select(score => (Entry: entries[score.Key], Score: score.Value));
        return
        [
            .. found
                .Where(hit => theme is null || hit.Entry.Version.Item.Theme == theme)
                .Where(hit => unit is null || hit.Entry.Version.Item.Unit == unit)
                .OrderByDescending(hit => hit.Score)
                .ThenBy(hit => hit.Entry.Version.Item.Code, StringComparer.Ordinal)
                .Take(limit)
                .Select(hit => hit.Entry.Version),
        ];
    }

    /// <summary>Scores of the word on the items that <paramref name="among"/> still holds, added to theirs.</summary>
    private Dictionary<int, double> ScoresOf(string word, Dictionary<int, double>? among)
    {
        var grams = word.Length == 1 ? [word] : SearchText.PairsOf(word).Distinct().ToArray();
        var hits = new Dictionary<int, int>();
        foreach (var gram in grams)
        {
            foreach (var index in postings.GetValueOrDefault(gram, []))
            {
                if (among is null || among.ContainsKey(index))
                {
                    hits[index] = hits.GetValueOrDefault(index) + 1;
                }
            }
        }

        var scores = new Dictionary<int, double>();
        foreach (var (index, count) in hits)
        {
            var whole = entries[index].ScoreOf(word);
            var share = (double)count / grams.Length;
            if (whole > 0 || share >= 0.5)
            {
                scores[index] = (among?[index] ?? 0) + whole + (share * 5);
            }
        }

        return scores;
    }

    private static IEnumerable<string> GramsOf(string text) =>
        text.Select(character => character.ToString()).Concat(SearchText.PairsOf(text));

    private sealed record Entry(ItemVersion Version, IReadOnlyList<(string Text, double Weight)> Fields)
    {
        public static Entry Of(ItemVersion version)
        {
            var item = version.Item;
            var fields = new List<(string, double)> { (SearchText.Normalise(item.Name), 40) };
            fields.AddRange(item.Keywords.Select(keyword => (SearchText.Normalise(keyword), 30.0)));
            fields.Add((SearchText.Normalise(item.Theme), 15));
            fields.Add((SearchText.Normalise(item.Summary), 12));
            fields.Add((SearchText.Normalise(item.Authority), 10));
            fields.Add((SearchText.Normalise(item.Result.Name), 10));
            fields.Add((SearchText.Normalise(item.Code), 60));
            return new(version, fields.Where(field => field.Item1.Length > 0).ToList());
        }

        /// <summary>
        /// The best field: whole text above its beginning above its inside; a field inside the word (开理发店 holds 理发店)
        /// counts by how much of the word it explains.
        /// </summary>
        public double ScoreOf(string word)
        {
            var best = 0.0;
            foreach (var (text, weight) in Fields)
            {
                var fit = text switch
                {
                    _ when text == word => 1.0,
                    _ when text.StartsWith(word, StringComparison.Ordinal) => 0.8,
                    _ when text.Contains(word, StringComparison.Ordinal) => 0.6,
                    { Length: > 1 } when word.Contains(text, StringComparison.Ordinal) => 0.7
                        * text.Length
                        / word.Length,
                    _ => 0,
                };
                best = Math.Max(best, fit * weight);
            }

            return best;
        }
    }
}
