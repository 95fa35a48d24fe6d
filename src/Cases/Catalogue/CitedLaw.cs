namespace Approvals.Cases.Catalogue;

/// <summary>
/// A law of an item with all of its articles together, as people cite it: 公共场所卫生管理条例, 第三、四、八条.
/// <see cref="Articles"/> is empty when none is named; not verified when any of the references is not.
/// </summary>
public sealed record CitedLaw(string Law, string Articles, bool Verified)
{
    /// <summary>With the marks of a law's name: 《公共场所卫生管理条例》第三、四、八条.</summary>
    public string Citation => $"《{Law}》{Articles}";

    /// <summary>In the order in which the laws first appear.</summary>
    public static IReadOnlyList<CitedLaw> Of(IReadOnlyList<LegalReference> references) =>
        [.. references.GroupBy(reference => reference.Law, StringComparer.Ordinal).Select(Of)];

    private static CitedLaw Of(IGrouping<string, LegalReference> law)
    {
        var articles = law.Select(reference => reference.Article).OfType<int>().Distinct().Order();
        var text = string.Join("、", articles.Select(ChineseNumeral.Of));
        return new(law.Key, text.Length == 0 ? "" : $"第{text}条", law.All(reference => reference.Verified));
    }
}
