using System.Text.Json;
using Approvals.Server.Pages.Public.Hall;
using Approvals.Server.Pages.Public.Items;

namespace Approvals.Server.Tests.Fixtures;

/// <summary>A catalogue held in memory, in the shape of the platform's catalogue data, so that pages can be read without a store.</summary>
public sealed class CatalogueFixture(string file) : IItemQueries, IHallQueries
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly List<Entry> entries = JsonSerializer.Deserialize<List<Entry>>(File.ReadAllText(file), Json)!;

    /// <summary>Figures of the front page; null as on the first day.</summary>
    public HallFigures? Figures { get; set; }

    /// <summary>The drawing every item shows.</summary>
    public ItemProcess? Process { get; set; }

    public static CatalogueFixture Small() => new(Path.Combine(AppContext.BaseDirectory, "Fixtures", "items.json"));

    public Task<HallView> ReadAsync(CancellationToken cancellation) =>
        Task.FromResult(
            new HallView(
                entries.Select(entry => entry.Department).Distinct().Count(),
                entries.Count,
                entries.Count(entry => entry.Code == "QY010"),
                ["卫生许可", "营业执照", "施工许可"],
                Facets(entries, entry => entry.Theme),
                [.. entries.Take(8).Select(Summary)],
                Figures
            )
        );

    public Task<ItemList> SearchAsync(ItemSearch search, CancellationToken cancellation)
    {
        var words = search.Words?.Trim() ?? string.Empty;
        var found = entries.Where(entry => entry.Matches(words)).ToList();
        var chosen = found
            .Where(entry => search.Theme is null || entry.Theme == search.Theme)
            .Where(entry => search.Department is null || entry.Department == search.Department)
            .ToList();
        var page = chosen.Skip((search.Page - 1) * ItemSearch.PageSize).Take(ItemSearch.PageSize).Select(Summary);
        return Task.FromResult(
            new ItemList(
                [.. page],
                chosen.Count,
                Facets(found, entry => entry.Theme),
                Facets(found, entry => entry.Department)
            )
        );
    }

    public Task<ItemDetail?> FindAsync(string code, DateOnly? on, CancellationToken cancellation) =>
        Task.FromResult(entries.Find(entry => entry.Code == code) is { } entry ? Detail(entry) : null);

    private static List<Facet> Facets(IEnumerable<Entry> entries, Func<Entry, string> of) =>
        [
            .. entries
                .GroupBy(of, StringComparer.Ordinal)
                .Select(group => new Facet(group.Key, group.Count()))
                .OrderByDescending(facet => facet.Count),
        ];

    private static ItemSummary Summary(Entry entry) =>
        new(
            entry.Code,
            entry.Name,
            entry.Department,
            entry.Department.Length > 6 ? entry.Department[..4] : entry.Department,
            entry.CaseType,
            entry.PromisedLimitWorkingDays,
            entry.Theme
        );

    private ItemDetail Detail(Entry entry) =>
        new(
            entry.Code,
            entry.Name,
            entry.Code == "QY010" ? "开理发店、浴场、宾馆、游泳馆之前要办的许可。" : null,
            3,
            new DateOnly(2026, 8, 1),
            "清源市" + entry.Department,
            [],
            entry.Type,
            entry.CaseType,
            entry.CaseTypeReason,
            entry.Level,
            entry.ServiceObject,
            entry.Theme,
            [.. entry.LegalBasis.Select(basis => new LegalBasis(basis.Law, basis.Article, basis.Verified))],
            entry.Conditions,
            [
                .. entry.Materials.Select(each => new Material(
                    each.Name,
                    each.Required,
                    each.When,
                    each.Basis,
                    each.Form,
                    []
                )),
            ],
            Process,
            [
                .. entry.SpecialProcedures.Select(each => new SpecialProcedure(
                    each.Name,
                    each.Basis,
                    each.CountsInLimit == "是"
                )),
            ],
            new Limits(
                entry.PromisedLimitWorkingDays,
                entry.LegalLimitWorkingDays,
                entry.LimitBasis,
                entry.LimitVerified
            ),
            new Fee(entry.Fee.Charged, entry.Fee.Basis, entry.Fee.Note),
            entry.Result,
            new Contact("社会事务综合窗口 12 号", "0599-000 1212", "工作日 9:00–17:00"),
            0,
            entry.Code == "QY010" ? "/me/apply/QY010" : null
        );

    private sealed record Entry(
        string Code,
        string Name,
        string Department,
        string Type,
        string CaseType,
        string? CaseTypeReason,
        string Level,
        string ServiceObject,
        List<BasisEntry> LegalBasis,
        int LegalLimitWorkingDays,
        string? LimitBasis,
        bool LimitVerified,
        int PromisedLimitWorkingDays,
        List<string> Conditions,
        List<MaterialEntry> Materials,
        List<ProcedureEntry> SpecialProcedures,
        FeeEntry Fee,
        ItemResult Result,
        string Theme,
        List<string> Keywords
    )
    {
        public bool Matches(string words) =>
            Name.Contains(words, StringComparison.Ordinal)
            || Keywords.Exists(keyword =>
                keyword.Contains(words, StringComparison.Ordinal) || words.Contains(keyword, StringComparison.Ordinal)
            );
    }

    private sealed record BasisEntry(string Law, int? Article, bool Verified);

    private sealed record MaterialEntry(
        string Name,
        bool Required,
        string? When,
        string? Basis,
        string Form,
        string? SharedFrom
    );

    private sealed record ProcedureEntry(string Name, string? Basis, string CountsInLimit);

    private sealed record FeeEntry(bool Charged, string? Basis, string? Note);
}
