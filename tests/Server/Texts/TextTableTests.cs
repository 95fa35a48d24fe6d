using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Approvals.Server.Texts;

namespace Approvals.Server.Tests.Texts;

public sealed class TextTableTests
{
    private static readonly TextTable Table = TextTable.Load();

    [Fact]
    public void Every_sentence_exists_in_every_language()
    {
        var missing =
            from id in Table.Ids
            from language in Languages.All
            where !Table.LanguagesOf(id).Contains(language) || Table.Find(id, language).Pattern.Trim().Length == 0
            select $"{id} in {language}";

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void A_translation_has_the_places_of_the_original()
    {
        var different =
            from id in Table.Ids
            from language in Languages.All
            where
                !PlacesOf(id, language).IsSubsetOf(PlacesOf(id, Languages.Default).Concat(Allowed(id)))
                || (language == "zh-Hant" && !PlacesOf(id, language).SetEquals(PlacesOf(id, Languages.Default)))
            select $"{id} in {language}";

        different.ShouldBeEmpty();
    }

    [Fact]
    public void Every_id_written_in_a_page_exists()
    {
        var pages = Directory.EnumerateFiles(SourceOfServer(), "*.*", SearchOption.AllDirectories).Where(IsPage);
        var unknown =
            from page in pages
            from Match match in Regex.Matches(File.ReadAllText(page), """(?:\bT|texts)\[\s*"([a-z][\w.-]*[\w])"[\],]""")
            where !Table.Has(match.Groups[1].Value)
            select $"{Path.GetFileName(page)}: {match.Groups[1].Value}";

        unknown.ShouldBeEmpty();
    }

    private static bool IsPage(string file) =>
        (file.EndsWith(".cshtml", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
        && !file.Contains("/obj/", StringComparison.Ordinal)
        && !file.Contains("/bin/", StringComparison.Ordinal);

    private static HashSet<string> PlacesOf(string id, string language) =>
        [.. Regex.Matches(Table.Find(id, language).Pattern, "{([a-zA-Z]+)").Select(match => match.Groups[1].Value)];

    // Dates have a month's name in English; a plural and a count are needed in English only.
    private static string[] Allowed(string id) =>
        id.StartsWith("date.", StringComparison.Ordinal) ? ["monthName", "weekday"] : ["count", "days", "visits"];

    private static string SourceOfServer([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../src/Server"));
}
