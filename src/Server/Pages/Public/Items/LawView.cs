using Approvals.Server.Texts;

namespace Approvals.Server.Pages.Public.Items;

/// <summary>One law with all its articles that an item rests on, in the order of the catalogue.</summary>
/// <param name="IsVerified">Every one of the articles was read.</param>
public sealed record LawView(string Law, IReadOnlyList<int> Articles, bool IsVerified)
{
    public static IEnumerable<LawView> From(IEnumerable<LegalBasis> bases) =>
        bases
            .GroupBy(basis => basis.Law, StringComparer.Ordinal)
            .Select(law => new LawView(
                law.Key,
                [.. law.Select(basis => basis.Article).OfType<int>().Distinct().Order()],
                law.All(basis => basis.IsVerified)
            ));

    /// <summary>第三、四、八条 · Articles 3, 4 and 8.</summary>
    public Text? ArticlesIn(ITexts texts)
    {
        if (Articles.Count == 0)
        {
            return null;
        }

        var isEnglish = texts.Language == "en";
        var numbers = Articles.Select(article => isEnglish ? $"{article}" : ChineseNumerals.Of(article));
        return texts[
            "item.articles",
            ("articles", string.Join(isEnglish ? ", " : "、", numbers)),
            ("count", Articles.Count)
        ];
    }
}
