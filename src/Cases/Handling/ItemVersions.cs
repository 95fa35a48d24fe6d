using System.Collections.Concurrent;
using System.Text;
using Approvals.Cases.Catalogue;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Journal;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;

namespace Approvals.Cases.Handling;

/// <summary>Published item versions. Each is immutable, so that it is read once and shared.</summary>
public sealed class ItemVersions
{
    private static readonly SqlText Load = new("SELECT data FROM item_version WHERE code = ?1 AND version = ?2");

    private static readonly SqlText Effective = new(
        """
        SELECT version FROM (
          SELECT version, effective_until FROM item_version WHERE code = ?1 AND effective_from <= ?2 ORDER BY version DESC LIMIT 1)
        WHERE effective_until IS NULL OR effective_until >= ?2
        """
    );

    private static readonly SqlText Last = new(
        "SELECT version, stream, effective_until FROM item_version WHERE code = ?1 ORDER BY version DESC LIMIT 1"
    );

    private static readonly SqlText StreamEnd = new("SELECT max(version) FROM journal WHERE stream = ?1");

    private static readonly SqlText End = new(
        "UPDATE item_version SET effective_until = ?3 WHERE code = ?1 AND version = ?2"
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
        var (latest, stream) = LastOf(scope.Session, item.Code);
        var (published, rejections) = Publishing.Decide(latest, item, effectiveFrom);
        if (published is null)
        {
            return rejections;
        }

        var version = published.Published;
        var key = stream ?? scope.NewKey();
        var data = CatalogueCodec.Write(published);
        var next = stream is null ? 1 : Next(scope.Session, key);
        scope.Append(key, next, CatalogueCodec.PublishedType, CatalogueCodec.SchemaVersion, data);
        Write(scope.Session, key, version, data);
        return [];
    }

    private static void Write(SqlSession session, long stream, ItemVersion version, ReadOnlySpan<byte> data) =>
        session.Execute(
            Insert,
            version.Item.Code,
            version.Version,
            stream,
            version.EffectiveFrom,
            version.EffectiveUntil,
            Encoding.UTF8.GetString(data)
        );

    /// <summary>Does to the table what a record of the catalogue says.</summary>
    internal static void Fold(SqlSession session, JournalRecord record)
    {
        if (record.Type == CatalogueCodec.PublishedType)
        {
            var published = CatalogueCodec.ReadPublished(record.Schema, record.Data.Span).Published;
            Write(session, record.Stream, published, record.Data.Span);
        }
        else
        {
            var withdrawn = CatalogueCodec.ReadWithdrawn(record.Schema, record.Data.Span);
            session.Execute(End, withdrawn.Code, withdrawn.Version, withdrawn.LastDay);
        }
    }

    /// <summary>Takes the item out of the catalogue: its last version holds until that day, the day included.</summary>
    public Rejection? Withdraw(TurnScope scope, string code, DateOnly lastDay)
    {
        var (latest, stream) = LastOf(scope.Session, code);
        var (withdrawn, rejection) = Publishing.Withdraw(latest, code, lastDay, CivilTime.DateOf(scope.Now));
        if (withdrawn is null)
        {
            return rejection;
        }

        var data = CatalogueCodec.Write(withdrawn);
        var next = Next(scope.Session, stream!.Value);
        scope.Append(stream.Value, next, CatalogueCodec.WithdrawnType, CatalogueCodec.SchemaVersion, data);
        scope.Session.Execute(End, code, withdrawn.Version, lastDay);
        return null;
    }

    /// <summary>The newest version, in force or not, with the day of its withdrawal; null when the item was never published.</summary>
    public ItemVersion? Latest(SqlSession session, string code) => LastOf(session, code).Latest;

    private static long Next(SqlSession session, long stream) => session.QueryInteger(StreamEnd, stream)!.Value + 1;

    private (ItemVersion? Latest, long? Stream) LastOf(SqlSession session, string code)
    {
        int version;
        long stream;
        DateOnly? until;
        using (var rows = session.Query(Last, code))
        {
            if (!rows.Next())
            {
                return (null, null);
            }

            (version, stream) = ((int)rows.Integer(0), rows.Integer(1));
            until = rows.TextOrNull(2) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd") : null;
        }

        return (Get(session, code, version) with { EffectiveUntil = until }, stream);
    }

    private static ItemVersion Read(SqlSession session, string code, int version)
    {
        using var rows = session.Query(Load, code, version);
        return rows.Next()
            ? CatalogueCodec.ReadPublished(CatalogueCodec.SchemaVersion, Encoding.UTF8.GetBytes(rows.Text(0))).Published
            : throw new InvalidDataException($"There is no version {version} of item {code}.");
    }
}
