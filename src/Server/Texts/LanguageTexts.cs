using Approvals.Kernel;

namespace Approvals.Server.Texts;

/// <summary>The sentences in one language.</summary>
public class LanguageTexts(TextTable table, string language) : ITexts
{
    public string Language { get; } = language;

    public string? DataLanguage => Language == Languages.Default ? null : Languages.Default;

    public Text this[string id] => this[id, []];

    public Text this[string id, params ReadOnlySpan<(string Name, object? Value)> arguments]
    {
        get
        {
            var (pattern, fallback) = table.Find(id, Language);
            return new Text(pattern, fallback, arguments.ToArray());
        }
    }

    public bool Has(string id) => table.Has(id);

    public Text Term(string chinese) => table.Has("term." + chinese) ? this["term." + chinese] : Data(chinese);

    public Text Data(string chinese) => new("{data}", DataLanguage, [("data", chinese)]);

    public Text Of(Rejection rejection)
    {
        var id = "rejection." + rejection.Code;
        if (!table.Has(id))
        {
            return this["rejection.other", ("code", rejection.Code)];
        }

        var arguments = (rejection.Arguments ?? new Dictionary<string, string>(StringComparer.Ordinal)).Select(pair =>
            (pair.Key, (object?)pair.Value)
        );
        return this[id, arguments.ToArray()];
    }
}
