using Approvals.Bidding.Tenders;
using Approvals.Kernel.Journal;
using Approvals.Kernel.Store;

namespace Approvals.Bidding.Handling;

/// <summary>A tender as its stream tells it.</summary>
public sealed record LoadedTender(TenderState State, long Version)
{
    private static readonly SqlText ByNumber = new("SELECT key FROM tender WHERE number = ?1");

    /// <summary>Folds the stream; null when it holds no tender.</summary>
    public static LoadedTender? Find(SqlSession session, long key)
    {
        TenderState? state = null;
        long version = 0;
        foreach (var record in JournalReader.ReadStream(session, key))
        {
            state = TenderEvolution.Evolve(state, TenderEventCodec.Read(record.Type, record.Schema, record.Data.Span));
            version = record.Version;
        }

        return state is null ? null : new LoadedTender(state, version);
    }

    public static LoadedTender? Find(SqlSession session, string number) =>
        session.QueryInteger(ByNumber, number) is { } key ? Find(session, key) : null;
}
