using System.Collections.Frozen;

namespace Approvals.Cases.Catalogue;

/// <summary>
/// Finds items by what people type: name, keywords, theme, life events, department, code, and the pinyin initials of name and keywords.
/// Immutable and in memory; postings of single characters and pairs tell which of ten thousand items are worth scoring.
/// </summary>
public sealed class ItemSearch
{
    private static readonly Comparer<(float Score, int Index)> Rank = Comparer<(float Score, int Index)>.Create(
        static (a, b) => a.Score != b.Score ? a.Score.CompareTo(b.Score) : b.Index.CompareTo(a.Index)
    );

    private readonly Entry[] entries;
    private readonly FrozenDictionary<string, int[]> postings;

    public ItemSearch(IEnumerable<ItemVersion> items)
    {
        entries = [.. items.OrderBy(version => version.Item.Code, StringComparer.Ordinal).Select(Entry.Of)];
        var lists = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var index = 0; index < entries.Length; index++)
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
        var scores = new float[entries.Length];
        foreach (var word in words)
        {
            AddScores(word, scores);
        }

        var best = new PriorityQueue<int, (float Score, int Index)>(Rank);
        for (var index = 0; index < scores.Length; index++)
        {
            if (scores[index] < 0 || !Passes(entries[index].Version.Item, theme, unit))
            {
                continue;
            }

            // The queue's head is the worst kept hit, which gives way once there are enough.
            best.Enqueue(index, (scores[index], index));
            if (best.Count > limit)
            {
                best.Dequeue();
            }
        }

        var found = new ItemVersion[best.Count];
        for (var place = found.Length - 1; place >= 0; place--)
        {
            found[place] = entries[best.Dequeue()].Version;
        }

        return found;
    }

    private static bool Passes(Item item, string? theme, string? unit) =>
        (theme is null || item.Theme == theme) && (unit is null || item.Unit == unit);

    /// <summary>Adds the word's score to every item that has it; the others leave the search with −1.</summary>
    private void AddScores(string word, float[] scores)
    {
        var grams = word.Length == 1 ? [word] : SearchText.PairsOf(word).Distinct().ToArray();
        var hits = new byte[scores.Length];
        var isLatin = word.All(char.IsAsciiLetterOrDigit);
        foreach (var gram in grams)
        {
            foreach (var index in postings.GetValueOrDefault(gram, []))
            {
                hits[index]++;
            }
        }

        for (var index = 0; index < scores.Length; index++)
        {
            if (scores[index] < 0)
            {
                continue;
            }

            var share = (float)hits[index] / grams.Length;
            var whole = hits[index] == 0 ? 0 : entries[index].ScoreOf(word);
            // Letters have too few pairs for a share of them to mean anything.
            scores[index] = whole > 0 || (!isLatin && share >= 0.5) ? scores[index] + whole + (share * 5) : -1;
        }
    }

    private static IEnumerable<string> GramsOf(string text) =>
        text.Select(character => character.ToString()).Concat(SearchText.PairsOf(text));

    private sealed record Field(string Text, float Weight, bool IsInitials = false);

    private sealed record Entry(ItemVersion Version, IReadOnlyList<Field> Fields)
    {
        public static Entry Of(ItemVersion version)
        {
            var item = version.Item;
            var name = SearchText.Normalise(item.Name);
            var fields = new List<Field> { new(name, 40) };
            fields.AddRange(item.Keywords.Select(keyword => new Field(SearchText.Normalise(keyword), 30)));
            fields.AddRange((item.Listing?.LifeEvents ?? []).Select(each => new Field(SearchText.Normalise(each), 20)));
            fields.Add(new(SearchText.Normalise(item.Theme), 15));
            fields.Add(new(SearchText.Normalise(item.Summary), 12));
            fields.Add(new(SearchText.Normalise(item.Authority), 10));
            fields.Add(new(SearchText.Normalise(item.Result.Name), 10));
            fields.Add(new(SearchText.Normalise(item.Code), 60));
            fields.AddRange(Initials(name, 25));
            fields.AddRange(item.Keywords.SelectMany(keyword => Initials(SearchText.Normalise(keyword), 18)));
            return new(version, fields.Where(field => field.Text.Length > 0).ToList());
        }

        /// <summary>
        /// The best field: whole text above its beginning above its inside; a field inside the word (开理发店 holds 理发店)
        /// counts by how much of the word it explains.
        /// </summary>
        public float ScoreOf(string word)
        {
            var best = 0f;
            foreach (var field in Fields)
            {
                var text = field.Text;
                var fit = text switch
                {
                    _ when text == word => 1f,
                    _ when text.StartsWith(word, StringComparison.Ordinal) => 0.8f,
                    _ when text.Contains(word, StringComparison.Ordinal) => 0.6f,
                    { Length: > 1 } when !field.IsInitials && word.Contains(text, StringComparison.Ordinal) => 0.7f
                        * text.Length
                        / word.Length,
                    _ => 0f,
                };
                best = Math.Max(best, fit * field.Weight);
            }

            return best;
        }

        private static IEnumerable<Field> Initials(string text, float weight) =>
            PinyinInitials
                .SpellingsOf(text)
                .Where(spelling => spelling.Length > 1)
                .Select(spelling => new Field(spelling, weight, true));
    }
}
