using Approvals.Server.Pages.Public.Hall;

namespace Approvals.Server.Reads.Catalogue;

/// <summary>The front page: counts of the catalogue, what is used most, and the figures of the last weeks.</summary>
public sealed class HallQuery(CatalogueSnapshots catalogue, HallUse use) : IHallQueries
{
    private const int MostSuggestions = 4;

    public async Task<HallView> ReadAsync(CancellationToken cancellation)
    {
        var now = catalogue.Current;
        var (codes, figures) = await use.ReadAsync(cancellation);
        return new HallView(
            now.Departments.Count,
            now.Items.Count,
            now.Items.Count(version => CatalogueSnapshot.IsOnline(version.Item)),
            Suggestions(now, codes),
            now.Themes,
            [.. codes.Select(now.Find).OfType<Approvals.Cases.Catalogue.ItemVersion>().Select(now.Summary)],
            figures
        );
    }

    /// <summary>The first keyword of the items that are used most, then of those that can be applied for here, then of any.</summary>
    private static List<string> Suggestions(CatalogueSnapshot now, IReadOnlyList<string> codes) =>
        [
            .. codes
                .Select(now.Find)
                .OfType<Approvals.Cases.Catalogue.ItemVersion>()
                .Concat(now.Items.OrderByDescending(version => CatalogueSnapshot.IsOnline(version.Item)))
                .Where(version => version.Item.Keywords.Count > 0)
                .Select(version => version.Item.Keywords[0])
                .Distinct(StringComparer.Ordinal)
                .Take(MostSuggestions),
        ];
}
