using System.Text;
using Approvals.Cases.Catalogue;
using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Administer;

/// <summary>Every published version of an item, the newest first.</summary>
public sealed class ItemHistoryQuery(PlatformReads reads)
{
    public async Task<IReadOnlyList<PublishedVersion>> ReadAsync(string code, CancellationToken cancellation)
    {
        var rows = await reads
            .Items.Where(row => row.Code == code)
            .OrderByDescending(row => row.Version)
            .ToListAsync(cancellation);
        return rows.ConvertAll(row => new PublishedVersion(
            CatalogueCodec.ReadPublished(CatalogueCodec.SchemaVersion, Encoding.UTF8.GetBytes(row.Data)).Published,
            row.EffectiveUntil is { } last ? DateOnly.ParseExact(last, "yyyy-MM-dd") : null
        ));
    }
}

/// <param name="LastDay">The day of its withdrawal; null while it was not withdrawn.</param>
public sealed record PublishedVersion(ItemVersion Version, DateOnly? LastDay);
