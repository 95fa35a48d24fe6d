using Approvals.Kernel.Calendar;
using Approvals.Server.Reads.Catalogue;
using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;
using Store = Approvals.Cases.Handling.Drafts;

namespace Approvals.Server.Reads.Drafts;

/// <summary>The applications a person has begun and not sent, the last changed first.</summary>
public sealed class DraftListQuery(PlatformReads reads, CatalogueSnapshots catalogue, TimeProvider clock)
{
    public async Task<IReadOnlyList<DraftLine>> ReadAsync(string person, CancellationToken cancellation)
    {
        var oldest = clock.GetUtcNow().AddDays(-Store.DaysKept).ToUnixTimeMilliseconds();
        var rows = await reads
            .Drafts.Where(row => row.Person == person && row.Owner == 0 && row.Updated >= oldest)
            .OrderByDescending(row => row.Updated)
            .Select(row => new { row.ItemCode, row.Updated })
            .ToListAsync(cancellation);
        var now = catalogue.Current;
        return
        [
            .. rows.Select(row => (row.Updated, Item: now.Find(row.ItemCode)?.Item))
                .Where(row => row.Item is not null)
                .Select(row => Line(row.Item!, DateTimeOffset.FromUnixTimeMilliseconds(row.Updated))),
        ];
    }

    private static DraftLine Line(Approvals.Cases.Catalogue.Item item, DateTimeOffset updated) =>
        new(item.Code, item.Name, updated, KeptUntil(updated), $"/me/apply/{item.Code}");

    /// <summary>The last civil day on which a draft is still there.</summary>
    public static DateOnly KeptUntil(DateTimeOffset updated) => CivilTime.DateOf(updated.AddDays(Store.DaysKept));
}

/// <param name="Href">Where it is gone on with.</param>
public sealed record DraftLine(
    string ItemCode,
    string ItemName,
    DateTimeOffset Updated,
    DateOnly KeptUntil,
    string Href
);
