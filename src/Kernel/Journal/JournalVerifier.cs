using Approvals.Kernel.Store;

namespace Approvals.Kernel.Journal;

/// <summary>Checks the journal by itself: every leaf is the hash of its record, every stream counts 1, 2, 3 … without a gap.</summary>
public static class JournalVerifier
{
    /// <summary>One sentence for every fault, and the number of records read.</summary>
    public static long Verify(SqlSession session, Action<string> fault)
    {
        var leaf = new byte[LeafHash.Size];
        var versions = new Dictionary<long, long>();
        long count = 0;
        foreach (var (record, salt, stored) in JournalReader.ReadAll(session))
        {
            count++;
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
