namespace Approvals.Workflow.Feel.Syntax;

/// <summary>
/// The names in scope that are more than one word: with spaces, symbols or keywords. The longest that fits the text wins,
/// as DMN 1.5 §10.3.1.2 asks for names with the additional symbols.
/// </summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, List<string>> byFirstWord = new(StringComparer.Ordinal);

    /// <summary>Quick and coarse: false only when the text cannot hold the name.</summary>
    public static bool MayOccur(string name, string text)
    {
        var end = Characters.EndOfWord(name, 0);
        return end > 0 && end < name.Length && text.AsSpan().IndexOf(name.AsSpan(0, end)) >= 0;
    }

    public static NameTable Of(IEnumerable<string> names)
    {
        var table = new NameTable();
        foreach (var name in names)
        {
            table.Add(name);
        }

        return table;
    }

    public void Add(string name)
    {
        if (Characters.IsName(name))
        {
            return;
        }

        var first = FirstWord(name);
        if (first.Length == 0)
        {
            return;
        }

        if (!byFirstWord.TryGetValue(first, out var names))
        {
            byFirstWord.Add(first, names = []);
        }

        names.Add(name);
    }

    public void Remove(string name)
    {
        if (byFirstWord.TryGetValue(FirstWord(name), out var names))
        {
            names.Remove(name);
        }
    }

    /// <summary>The longest known name at the word that starts here, with the position after it.</summary>
    public (string Name, int End)? Match(string text, Token word)
    {
        if (!byFirstWord.TryGetValue(text[word.Start..word.End], out var names))
        {
            return null;
        }

        (string Name, int End)? best = null;
        foreach (var name in names)
        {
            var end = EndOf(name, text, word.Start);
            if (end > 0 && (best is null || end > best.Value.End))
            {
                best = (name, end);
            }
        }

        return best;
    }

    private static string FirstWord(string name) => name[..Characters.EndOfWord(name, 0)];

    // A space of the name is any white space of the text, and is optional beside a symbol.
    private static int EndOf(string name, string text, int position)
    {
        var i = 0;
        while (i < name.Length)
        {
            if (name[i] == ' ')
            {
                i++;
                var gap = position;
                position = SkipSpace(text, position);
                if (gap == position && !BesideSymbol(name, i - 1))
                {
                    return -1;
                }

                continue;
            }

            if (Characters.IsNameSymbol(name[i]))
            {
                position = SkipSpace(text, position);
            }

            if (position >= text.Length || text[position] != name[i])
            {
                return -1;
            }

            position++;
            if (Characters.IsNameSymbol(name[i]) && i + 1 < name.Length)
            {
                position = SkipSpace(text, position);
            }

            i++;
        }

        if (position < text.Length && !Characters.IsNameSymbol(name[^1]))
        {
            var (next, _) = Characters.At(text, position);
            if (Characters.IsNamePart(next))
            {
                return -1;
            }
        }

        return position;
    }

    private static bool BesideSymbol(string name, int space) =>
        Characters.IsNameSymbol(name[space - 1])
        || (space + 1 < name.Length && Characters.IsNameSymbol(name[space + 1]));

    private static int SkipSpace(string text, int position)
    {
        while (position < text.Length && Characters.IsSpace(text[position]))
        {
            position++;
        }

        return position;
    }
}
