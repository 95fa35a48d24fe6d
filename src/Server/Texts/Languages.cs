using System.Collections.Frozen;

namespace Approvals.Server.Texts;

/// <summary>The languages of the pages and how a browser's wishes lead to one of them.</summary>
public static class Languages
{
    public const string Default = "zh-Hans";

    public static readonly IReadOnlyList<string> All = [Default, "zh-Hant", "en"];

    private static readonly FrozenSet<string> TraditionalRegions = new[] { "tw", "hk", "mo" }.ToFrozenSet(
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The language's own name, as a switch shows it.</summary>
    public static string NameOf(string language) =>
        language switch
        {
            "zh-Hant" => "繁體",
            "en" => "English",
            _ => "简体",
        };

    /// <summary>The first wish of an Accept-Language list (already ordered by quality) that we have, or null.</summary>
    public static string? Choose(IEnumerable<string> wishes) =>
        wishes.Select(Match).FirstOrDefault(match => match is not null);

    private static string? Match(string wish)
    {
        var parts = wish.Split('-');
        return parts[0].ToLowerInvariant() switch
        {
            "en" => "en",
            "zh" when parts.Skip(1).Any(IsTraditional) => "zh-Hant",
            "zh" => Default,
            _ => null,
        };
    }

    private static bool IsTraditional(string part) =>
        part.Equals("hant", StringComparison.OrdinalIgnoreCase) || TraditionalRegions.Contains(part);
}
