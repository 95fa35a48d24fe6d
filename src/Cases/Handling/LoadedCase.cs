using Approvals.Cases.Events;
using Approvals.Cases.Rows;
using Approvals.Kernel.Journal;
using Approvals.Kernel.Store;

namespace Approvals.Cases.Handling;

/// <summary>A case as its stream tells it: state, row (without the clock columns) and the last version.</summary>
public sealed record LoadedCase(CaseState State, CaseRow Row, long Version)
{
    /// <summary>Folds the stream; null when it holds no case.</summary>
    /// <param name="last">The last version that is read.</param>
    public static LoadedCase? Find(SqlSession session, long key, long last = long.MaxValue)
    {
        CaseState? state = null;
        CaseRow? row = null;
        long version = 0;
        foreach (var record in JournalReader.ReadStream(session, key).TakeWhile(record => record.Version <= last))
        {
            var happened = CaseEventCodec.Read(record.Type, record.Schema, record.Data.Span);
            state = CaseEvolution.Evolve(state, happened);
            row = CaseProjection.Apply(row, happened);
            version = record.Version;
        }

        return state is null || row is null ? null : new LoadedCase(state, row, version);
    }

    public LoadedCase With(CaseEvent happened) =>
        new(CaseEvolution.Evolve(State, happened), CaseProjection.Apply(Row, happened), Version + 1);
}
