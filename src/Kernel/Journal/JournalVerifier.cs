using Approvals.Kernel.Store;

namespace Approvals.Kernel.Journal;

/// <summary>Checks the journal by itself: every leaf is the hash of its record, every stream counts 1, 2, 3 … without a gap, and so does
/// the global order, in which turns follow one another.</summary>
public static class JournalVerifier
{
    /// <summary>One sentence for every fault, and the number of records read.</summary>
    public static long Verify(SqlSession session, Action<string> fault)
    {
        var leaf = new byte[LeafHash.Size];
        var versions = new Dictionary<long, long>();
        long count = 0;
        long expected = 0;
        long turn = 0;
        foreach (var (record, salt, stored, position) in JournalReader.ReadAll(session))
        {
            count++;
            if (position != ++expected || record.Turn < turn)
            {
                fault(
                    $"Record {record.Version} of stream {record.Stream} ({record.Type}) stands at position {position}, out of its order."
                );
                expected = position;
            }

            turn = record.Turn;
            LeafHash.Compute(record, salt, leaf);
            if (!leaf.AsSpan().SequenceEqual(stored))
            {
                fault($"Record {record.Version} of stream {record.Stream} ({record.Type}) is not what its leaf says.");
            }

            versions.TryGetValue(record.Stream, out var last);
            if (record.Version != last + 1)
            {
                fault($"Stream {record.Stream} goes from version {last} to {record.Version}.");
            }

            versions[record.Stream] = record.Version;
        }

        return count;
    }
}
