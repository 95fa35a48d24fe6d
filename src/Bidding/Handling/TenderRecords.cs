using System.Collections.Concurrent;
using Approvals.Bidding.Sealing.Record;
using Approvals.Kernel;
using Approvals.Kernel.Journal;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;

namespace Approvals.Bidding.Handling;

/// <summary>
/// The records of all tenders: each a stream of the journal whose data are the entries' bytes, and its folded state in memory. The same
/// <see cref="RecordRules"/> that a verifier asks decide here what is appended.
/// </summary>
public sealed class TenderRecords
{
    public const string EntryType = "tender.record";
    public const int SchemaVersion = 1;

    private readonly ConcurrentDictionary<long, RecordState> committed = new();

    // Of the writer's thread alone: what a turn that is still running has appended.
    private readonly Dictionary<long, RecordState> writing = [];

    /// <summary>The state outside a turn, as it was committed.</summary>
    public RecordState Read(SqlSession session, long stream)
    {
        if (committed.TryGetValue(stream, out var known))
        {
            return known;
        }

        var folded = Fold(session, stream);
        return committed.TryAdd(stream, folded) ? folded : committed[stream];
    }

    /// <summary>The state inside a turn.</summary>
    public RecordState InTurn(TurnScope scope, long stream)
    {
        if (!writing.TryGetValue(stream, out var state))
        {
            writing[stream] = state = Fold(scope.Session, stream);
        }

        return state;
    }

    /// <summary>Appends the entry when the rules allow it.</summary>
    public Rejection? Append(TurnScope scope, long stream, RecordEntry entry)
    {
        var (next, rejection) = RecordRules.Accept(InTurn(scope, stream), entry);
        if (rejection is not null)
        {
            return rejection;
        }

        scope.Append(stream, next.Leaves.Count, EntryType, SchemaVersion, EntryCodec.Write(entry));
        writing[stream] = next;
        scope.OnRollback(() => writing.Remove(stream));
        scope.AfterCommit(() => committed[stream] = next);
        return null;
    }

    /// <summary>The bytes of the entries from one on.</summary>
    public static List<byte[]> EntriesOf(SqlSession session, long stream, int from = 0) =>
        [.. JournalReader.ReadStream(session, stream, from).Select(record => record.Data.ToArray())];

    private static RecordState Fold(SqlSession session, long stream)
    {
        var state = RecordState.Empty;
        foreach (var bytes in EntriesOf(session, stream))
        {
            var entry =
                EntryCodec.Read(bytes) ?? throw new InvalidDataException($"Stream {stream}: an entry can't be read.");
            (state, var rejection) = RecordRules.Accept(state, entry);
            if (rejection is not null)
            {
                throw new InvalidDataException($"Stream {stream}: an entry is refused, {rejection.Code}.");
            }
        }

        return state;
    }
}
