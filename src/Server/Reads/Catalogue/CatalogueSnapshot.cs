using System.Collections.Frozen;
using Approvals.Cases;
using Approvals.Cases.Catalogue;
using Approvals.Cases.Handling;
using Approvals.Kernel.Organisations;
using Approvals.Server.Pages.Public.Items;
using ItemIndex = Approvals.Cases.Catalogue.ItemSearch;

namespace Approvals.Server.Reads.Catalogue;

/// <summary>The items that are in force on one civil day, with their units and a search over them. Immutable.</summary>
public sealed class CatalogueSnapshot
{
    private readonly FrozenDictionary<string, ItemVersion> byCode;
    private readonly FrozenDictionary<string, Unit> units;

    public CatalogueSnapshot(DateOnly day, int published, IReadOnlyList<ItemVersion> items, IEnumerable<Unit> units)
    {
        Day = day;
        Published = published;
        Items = items;
        byCode = items.ToFrozenDictionary(version => version.Item.Code, StringComparer.Ordinal);
        this.units = units.ToFrozenDictionary(unit => unit.Code, StringComparer.Ordinal);
        Search = new ItemIndex(items);
        Themes = Count(items, version => version.Item.Theme);
        Departments = Count(items, version => version.Item.Authority);
        Events = CountEvents(items);
    }

    public DateOnly Day { get; }

    /// <summary>Versions that were published when this was read; versions are only ever added.</summary>
    public int Published { get; }

    public IReadOnlyList<ItemVersion> Items { get; }

    public ItemIndex Search { get; }

    public IReadOnlyList<Facet> Themes { get; }

    public IReadOnlyList<Facet> Departments { get; }

    /// <summary>人生事件 with how many items each has.</summary>
    public IReadOnlyList<Facet> Events { get; }

    public ItemVersion? Find(string code) => byCode.GetValueOrDefault(code);

    public Unit? Unit(string code) => units.GetValueOrDefault(code);

    /// <summary>Whether the item can be applied for here: it has a form, and its case type a process.</summary>
    public static bool IsOnline(Item item) => item.ApplyForm is not null && CaseTurns.HasProcess(item.CaseType);

    public ItemSummary Summary(ItemVersion version)
    {
        var item = version.Item;
        return new ItemSummary(
            item.Code,
            item.Name,
            item.Authority,
            Unit(item.Unit)?.ShortName ?? item.Authority,
            CaptionOf(item.CaseType),
            item.Limits.PromisedDays,
            item.Theme
        );
    }

    /// <summary>到现场次数: as the listing says; else none for what is done wholly online here, and one for the rest.</summary>
    public static int VisitsOf(Item item) => item.Listing?.Visits ?? (IsOnline(item) ? 0 : 1);

    /// <summary>网办深度: as the listing says; else as far as it goes here.</summary>
    public static string DepthOf(Item item) =>
        (item.Listing?.Depth ?? (IsOnline(item) ? OnlineDepth.WholeProcess : OnlineDepth.Information)).ToString();

    public static IReadOnlyList<string> EventsOf(Item item) => item.Listing?.LifeEvents ?? [];

    public static IEnumerable<string> SupportsOf(Item item)
    {
        if (item.Listing is not { } listing)
        {
            return [];
        }

        (bool, string)[] all =
        [
            (listing.Appointment, "appointment"),
            (listing.OnlinePayment, "payment"),
            (listing.Courier, "courier"),
            (listing.Terminal, "terminal"),
        ];
        return all.Where(each => each.Item1).Select(each => each.Item2);
    }

    public static IReadOnlyList<Facet> CountEvents(IEnumerable<ItemVersion> items) =>
        [
            .. items
                .SelectMany(version => EventsOf(version.Item))
                .CountBy(each => each, StringComparer.Ordinal)
                .Select(each => new Facet(each.Key, each.Value))
                .OrderByDescending(facet => facet.Count)
                .ThenBy(facet => facet.Name, StringComparer.Ordinal),
        ];

    /// <summary>Names with how often they occur, the most frequent first.</summary>
    public static IReadOnlyList<Facet> Count(IEnumerable<ItemVersion> items, Func<ItemVersion, string> of) =>
        [
            .. items
                .GroupBy(of, StringComparer.Ordinal)
                .Select(group => new Facet(group.Key, group.Count()))
                .OrderByDescending(facet => facet.Count)
                .ThenBy(facet => facet.Name, StringComparer.Ordinal),
        ];

    public static string CaptionOf(CaseType type) => type.Caption();
}
