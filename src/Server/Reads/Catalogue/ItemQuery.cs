using Approvals.Cases.Catalogue;
using Approvals.Server.Pages.Public.Items;
using Approvals.Server.Storage;
using Shown = Approvals.Server.Pages.Public.Items;

namespace Approvals.Server.Reads.Catalogue;

/// <summary>Search over the catalogue, and one item with its eight publics.</summary>
public sealed class ItemQuery(CatalogueSnapshots catalogue, ProcessPictures pictures, Platform platform) : IItemQueries
{
    public Task<ItemList> SearchAsync(Shown.ItemSearch search, CancellationToken cancellation)
    {
        var now = catalogue.Current;
        var found = now.Search.Find(search.Words, limit: int.MaxValue);
        var chosen = found
            .Where(version => search.Theme is null || version.Item.Theme == search.Theme)
            .Where(version => search.Department is null || version.Item.Authority == search.Department)
            .Where(version => search.Event is not { } each || CatalogueSnapshot.EventsOf(version.Item).Contains(each))
            .Where(version => search.Visits is not { } most || CatalogueSnapshot.VisitsOf(version.Item) <= most)
            .ToList();
        var page = chosen.Skip((search.Page - 1) * Shown.ItemSearch.PageSize).Take(Shown.ItemSearch.PageSize);
        var hasWords = !string.IsNullOrWhiteSpace(search.Words);
        return Task.FromResult(
            new ItemList(
                [.. page.Select(now.Summary)],
                chosen.Count,
                hasWords ? CatalogueSnapshot.Count(found, version => version.Item.Theme) : now.Themes,
                hasWords ? CatalogueSnapshot.Count(found, version => version.Item.Authority) : now.Departments
            )
            {
                Events = hasWords ? CatalogueSnapshot.CountEvents(found) : now.Events,
                WithoutVisit = found.Count(version => CatalogueSnapshot.VisitsOf(version.Item) == 0),
                WithOneVisit = found.Count(version => CatalogueSnapshot.VisitsOf(version.Item) <= 1),
            }
        );
    }

    public async Task<ItemDetail?> FindAsync(string code, DateOnly? on, CancellationToken cancellation)
    {
        var now = catalogue.Current;
        var version =
            on is not { } day || day == now.Day
                ? now.Find(code)
                : platform.Readers.Read(session => platform.Cases.Items.FindEffective(session, code, day));
        if (version is null)
        {
            return null;
        }

        var process = await pictures.FindAsync(version.Item.CaseType, cancellation);
        var detail = Detail(now, version, process);
        // Nobody applies under a guide of another day.
        return on is { } asked && asked != now.Day ? detail with { OnDay = asked, ApplyHref = null } : detail;
    }

    private static ItemDetail Detail(CatalogueSnapshot now, ItemVersion version, ItemProcess? process)
    {
        var item = version.Item;
        var isOnline = CatalogueSnapshot.IsOnline(item);
        return new ItemDetail(
            item.Code,
            item.Name,
            item.Summary,
            version.Version,
            version.EffectiveFrom,
            item.Authority,
            item.JointDepartments ?? [], // left out of the data, it comes as null
            item.PowerType,
            CatalogueSnapshot.CaptionOf(item.CaseType),
            item.CaseTypeNote,
            item.Level,
            item.ServiceObject,
            item.Theme,
            [.. item.LegalBasis.Select(law => new LegalBasis(law.Law, law.Article, law.Verified))],
            item.Conditions,
            [.. item.Materials.Select(Material)],
            process,
            [
                .. item.SpecialProcedures.Select(each => new Shown.SpecialProcedure(
                    each.Name,
                    each.Basis,
                    each.CountsInLimit
                )),
            ],
            new Limits(item.Limits.PromisedDays, item.Limits.LegalDays, item.Limits.Basis, item.Limits.Verified),
            new Shown.Fee(item.Fee.Charged, item.Fee.Basis, item.Fee.Note),
            new Shown.ItemResult(item.Result.Name, item.Result.Kind, item.Result.ValidityYears),
            new Shown.Contact(
                $"{item.Contact.WindowName} {item.Contact.Window} 号",
                item.Contact.Phone,
                item.Contact.Hours
            ),
            CatalogueSnapshot.VisitsOf(item),
            isOnline ? $"/me/apply/{item.Code}" : null
        )
        {
            Depth = CatalogueSnapshot.DepthOf(item),
            Channels = item.Listing?.Channels ?? [],
            Scope = item.Listing?.Scope,
            OnSiteReason = item.Listing?.OnSiteReason,
            Supports = [.. CatalogueSnapshot.SupportsOf(item)],
            Complaint = item.Contact.Complaint,
        };
    }

    private static Shown.Material Material(Approvals.Cases.Catalogue.Material material) =>
        new(material.Name, material.Required, material.When, material.Basis, material.Form, [])
        {
            Sample = [.. (material.Sample ?? "").Split('；', StringSplitOptions.RemoveEmptyEntries)],
        };
}
