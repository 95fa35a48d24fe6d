using Approvals.Cases.Catalogue;
using Approvals.Server.Pages.Public.Items;
using Shown = Approvals.Server.Pages.Public.Items;

namespace Approvals.Server.Reads.Catalogue;

/// <summary>Search over the catalogue, and one item with its eight publics.</summary>
public sealed class ItemQuery(CatalogueSnapshots catalogue, ProcessPictures pictures) : IItemQueries
{
    public Task<ItemList> SearchAsync(Shown.ItemSearch search, CancellationToken cancellation)
    {
        var now = catalogue.Current;
        var found = now.Search.Find(search.Words, limit: int.MaxValue);
        var chosen = found
            .Where(version => search.Theme is null || version.Item.Theme == search.Theme)
            .Where(version => search.Department is null || version.Item.Authority == search.Department)
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
        );
    }

    public async Task<ItemDetail?> FindAsync(string code, CancellationToken cancellation)
    {
        var now = catalogue.Current;
        if (now.Find(code) is not { } version)
        {
            return null;
        }

        var process = await pictures.FindAsync(version.Item.CaseType, cancellation);
        return Detail(now, version, process);
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
            isOnline ? 0 : null,
            isOnline ? $"/me/apply/{item.Code}" : null
        );
    }

    private static Shown.Material Material(Approvals.Cases.Catalogue.Material material) =>
        new(material.Name, material.Required, material.When, material.Basis, material.Form, []);
}
