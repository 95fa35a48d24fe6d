namespace Approvals.Workflow.Forms;

/// <summary>
/// A text of a form in several languages: the one written into the schema, which is Chinese (zh-Hans), and translations
/// from the component's properties (<c>label.en</c>, <c>label.zh-Hant</c>).
/// </summary>
public sealed record LocalText(string Default, IReadOnlyDictionary<string, string> Translations)
{
    public const string DefaultLanguage = "zh-Hans";

    public static readonly LocalText Empty = new("");

    public LocalText(string text)
        : this(text, new Dictionary<string, string>(StringComparer.Ordinal)) { }

    public bool IsEmpty => Default.Length == 0;

    /// <summary>The text in a language, else the default; the second part is the language it really is in.</summary>
    public (string Text, string Language) In(string language) =>
        Translations.TryGetValue(language, out var text) && text.Length > 0
            ? (text, language)
            : (Default, DefaultLanguage);

    public override string ToString() => Default;
}
