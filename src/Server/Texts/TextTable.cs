using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Approvals.Server.Texts;

/// <summary>
/// Every sentence in every language, read at start from <c>Texts/&lt;area&gt;.json</c>:
/// <c>{ "hall.title": { "zh-Hans": "…", "zh-Hant": "…", "en": "…" } }</c>. An id may be defined once.
/// </summary>
public sealed class TextTable
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> sentences;

    private TextTable(FrozenDictionary<string, FrozenDictionary<string, string>> sentences) =>
        this.sentences = sentences;

    public IEnumerable<string> Ids => sentences.Keys;

    public static TextTable Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var all = new Dictionary<string, FrozenDictionary<string, string>>(StringComparer.Ordinal);
        foreach (
            var name in assembly
                .GetManifestResourceNames()
                .Where(name => name.Contains(".Texts.", StringComparison.Ordinal))
        )
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var file =
                JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)
                ?? throw new InvalidDataException($"{name} holds no sentences.");
            foreach (var (id, translations) in file)
            {
                if (!all.TryAdd(id, translations.ToFrozenDictionary(StringComparer.Ordinal)))
                {
                    throw new InvalidDataException($"The text {id} is defined twice, the second time in {name}.");
                }
            }
        }

        return new TextTable(all.ToFrozenDictionary(StringComparer.Ordinal));
    }

    public bool Has(string id) => sentences.ContainsKey(id);

    /// <summary>Languages that have the sentence.</summary>
    public IEnumerable<string> LanguagesOf(string id) => sentences[id].Keys;

    /// <summary>The pattern in the language, or in zh-Hans with the language it fell back to.</summary>
    public (string Pattern, string? FallbackLanguage) Find(string id, string language)
    {
        if (!sentences.TryGetValue(id, out var translations))
        {
            throw new KeyNotFoundException($"No text has the id {id}.");
        }

        return translations.TryGetValue(language, out var pattern)
            ? (pattern, null)
            : (translations[Languages.Default], Languages.Default);
    }
}
