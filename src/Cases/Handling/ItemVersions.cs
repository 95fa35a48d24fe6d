using System.Collections.Concurrent;
using System.Text;
using Approvals.Cases.Catalogue;
using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;

namespace Approvals.Cases.Handling;

/// <summary>Published item versions. Each is immutable, so that it is read once and shared.</summary>
public sealed class ItemVersions
{
    private static readonly SqlText Load = new("SELECT data FROM item_version WHERE code = ?1 AND version = ?2");

    private static readonly SqlText Effective = new(
        """
        SELECT version FROM item_version
        WHERE code = ?1 AND effective_from <= ?2 AND (effective_until IS NULL OR effective_until >= ?2)
        ORDER BY version DESC LIMIT 1
        """
    );

    private static readonly SqlText Last = new(
        "SELECT version, stream FROM item_version WHERE code = ?1 ORDER BY version DESC LIMIT 1"
    );

    private static readonly SqlText Insert = new(
        """
        INSERT INTO item_version (code, version, stream, effective_from, effective_until, data)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        """
    );

    private readonly ConcurrentDictionary<(string Code, int Version), ItemVersion> items = new();

    /// <summary>The version; it must have been published.</summary>
    public ItemVersion Get(SqlSession session, string code, int version) =>
        items.TryGetValue((code, version), out var cached)
            ? cached
            : items.GetOrAdd((code, version), _ => Read(session, code, version));

    /// <summary>The version that holds on a civil day, or null.</summary>
    public ItemVersion? FindEffective(SqlSession session, string code, DateOnly day) =>
        session.QueryInteger(Effective, code, day) is { } version ? Get(session, code, (int)version) : null;

    /// <summary>Publishes the next version of the item, or says everything that forbids it (<see cref="Publishing"/>).</summary>
    public IReadOnlyList<Rejection> Publish(TurnScope scope, Item item, DateOnly effectiveFrom)
    {
        var (last, stream) = LastOf(scope.Session, item.Code);
        var latest = last is { } number ? Get(scope.Session, item.Code, number) : null;
        var (published, rejections) = Publishing.Decide(latest, item, effectiveFrom);
        if (published is null)
        {
            return rejections;
        }

        var version = published.Published;
        var key = stream ?? scope.NewKey();
        var data = CatalogueCodec.Write(published);
        scope.Append(key, version.Version, CatalogueCodec.PublishedType, CatalogueCodec.SchemaVersion, data);
        scope.Session.Execute(
            Insert,
            item.Code,
            version.Version,
            key,
            version.EffectiveFrom,
            version.EffectiveUntil,
            Encoding.UTF8.GetString(data)
        );
        return [];
    }

    private static (int? Version, long? Stream) LastOf(SqlSession session, string code)
    {
        using var rows = session.Query(Last, code);
        return rows.Next() ? ((int)rows.Integer(0), rows.Integer(1)) : (null, null);
    }

    private static ItemVersion Read(SqlSession session, string code, int version)
    {
        using var rows = session.Query(Load, code, version);
        return rows.Next()
            ? CatalogueCodec.ReadPublished(CatalogueCodec.SchemaVersion, Encoding.UTF8.GetBytes(rows.Text(0))).Published
            : throw new InvalidDataException($"There is no version {version} of item {code}.");
    }
}
