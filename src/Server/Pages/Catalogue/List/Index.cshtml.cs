using Approvals.Cases.Catalogue;
using Approvals.Cases.Handling;
using Approvals.Server.Components.Pagination;
using Approvals.Server.Reads.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Catalogue.List;

/// <summary>事项目录 as its administrators see it: drafts with what stands against them, and every item in force.</summary>
public sealed class IndexModel(CatalogueServices services, CatalogueSnapshots snapshots) : CatalogueModel(services)
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    public int PageNumber { get; private set; } = 1;

    public IReadOnlyList<(ItemDraft Draft, int Faults)> Drafts { get; private set; } = [];

    public IReadOnlyList<ItemVersion> Found { get; private set; } = [];

    public int Total { get; private set; }

    public CatalogueSnapshot Snapshot { get; private set; } = null!;

    public string At(int page) => PaginationView.WithQuery("/catalogue", page, ("q", Words));

    public void OnGet([FromQuery(Name = "page")] int number)
    {
        PageNumber = Math.Clamp(number, 1, 10_000);
        Snapshot = snapshots.Current;
        Drafts = Read(session =>
            ItemDrafts.All(session).Select(draft => (draft, ItemDrafts.Check(session, draft.Item).Count)).ToList()
        );
        var all = Snapshot.Search.Find(Words, limit: int.MaxValue);
        Total = all.Count;
        Found = [.. all.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
    }
}
