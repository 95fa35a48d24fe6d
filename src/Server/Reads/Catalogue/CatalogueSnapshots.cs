using System.Text;
using Approvals.Cases.Catalogue;
using Approvals.Cases.Handling;
using Approvals.Kernel.Calendar;
using Approvals.Server.Storage;
using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Catalogue;

/// <summary>
/// The catalogue in memory, so that hall and search answer without the store. It is read again when the civil day changes,
/// and when a commit has added a version.
/// </summary>
public sealed class CatalogueSnapshots : IDisposable
{
    private readonly Platform platform;
    private readonly IServiceScopeFactory scopes;
    private readonly Lock reading = new();
    private int commits;
    private int commitsSeen = -1;
    private CatalogueSnapshot? snapshot;

    public CatalogueSnapshots(Platform platform, IServiceScopeFactory scopes)
    {
        this.platform = platform;
        this.scopes = scopes;
        platform.WorkArrived += Committed;
    }

    public CatalogueSnapshot Current
    {
        get
        {
            var today = CivilTime.DateOf(platform.Clock.GetUtcNow());
            var held = Volatile.Read(ref snapshot);
            return held?.Day == today && Volatile.Read(ref commitsSeen) == Volatile.Read(ref commits)
                ? held
                : Renew(today);
        }
    }

    public void Dispose() => platform.WorkArrived -= Committed;

    private void Committed() => Interlocked.Increment(ref commits);

    private CatalogueSnapshot Renew(DateOnly today)
    {
        lock (reading)
        {
            var seen = Volatile.Read(ref commits);
            using var scope = scopes.CreateScope();
            var reads = scope.ServiceProvider.GetRequiredService<PlatformReads>();
            // A withdrawal adds no version, but an end to one.
            var published = reads.Items.Count() + reads.Items.Count(row => row.EffectiveUntil != null);
            var held = snapshot;
            if (held is null || held.Day != today || held.Published != published)
            {
                held = Read(reads, today, published);
                Volatile.Write(ref snapshot, held);
            }

            Volatile.Write(ref commitsSeen, seen);
            return held;
        }
    }

    private CatalogueSnapshot Read(PlatformReads reads, DateOnly today, int published)
    {
        var day = today.ToString("yyyy-MM-dd");
        var items = reads
            .Items.Where(row => string.Compare(row.EffectiveFrom, day) <= 0)
            .OrderBy(row => row.Code)
            .ThenByDescending(row => row.Version)
            .AsEnumerable()
            .DistinctBy(row => row.Code, StringComparer.Ordinal)
            .Where(row => row.EffectiveUntil is not { } last || string.CompareOrdinal(last, day) >= 0)
            .Select(row => Parse(row.Data))
            .ToList();
        var units = platform.Readers.Read(Organisation.Units);
        return new CatalogueSnapshot(today, published, items, units);
    }

    private static ItemVersion Parse(string data) =>
        CatalogueCodec.ReadPublished(CatalogueCodec.SchemaVersion, Encoding.UTF8.GetBytes(data)).Published;
}
