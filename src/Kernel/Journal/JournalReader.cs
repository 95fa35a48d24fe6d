using Approvals.Kernel.Store;

namespace Approvals.Kernel.Journal;

/// <summary>Reads the journal, one stream or all of it in global order.</summary>
public static class JournalReader
{
    private const string Columns = "stream, version, turn, type, schema, at, actor, data, salt, leaf, position";

    private static readonly SqlText OfStream = new(
        $"SELECT {Columns} FROM journal WHERE stream = ?1 AND version > ?2 ORDER BY version"
    );

    private static readonly SqlText All = new($"SELECT {Columns} FROM journal ORDER BY position");

    private static readonly SqlText Leaves = new(
        "SELECT position, leaf FROM journal WHERE position > ?1 AND position <= ?2 ORDER BY position"
    );

    public static IEnumerable<JournalRecord> ReadStream(SqlSession session, long stream, long afterVersion = 0) =>
        Read(session.Query(OfStream, stream, afterVersion)).Select(entry => entry.Record);

    /// <summary>Every record with its stored salt, leaf and place in the global order, for verification.</summary>
    public static IEnumerable<(JournalRecord Record, byte[] Salt, byte[] Leaf, long Position)> ReadAll(
        SqlSession session
    ) => Read(session.Query(All));

    /// <summary>
    /// The leaves after one position up to another, in global order; gives their number. They are read as they were committed,
    /// not computed.
    /// </summary>
    public static long ReadLeaves(SqlSession session, long after, long last, Action<long, byte[]> leaf)
    {
        long count = 0;
        using var rows = session.Query(Leaves, after, last);
        while (rows.Next())
        {
            leaf(rows.Integer(0), rows.Blob(1).ToArray());
            count++;
        }

        return count;
    }

    /// <summary>The leaf has 32 bits of it: what is changed above them must not be cut off unseen.</summary>
    private static int SchemaOf(long stored) => stored == (int)stored ? (int)stored : int.MinValue;

    private static IEnumerable<(JournalRecord Record, byte[] Salt, byte[] Leaf, long Position)> Read(SqlRows rows)
    {
        using (rows)
        {
            while (rows.Next())
            {
                var record = new JournalRecord(
                    rows.Integer(0),
                    rows.Integer(1),
                    rows.Integer(2),
                    rows.Text(3),
                    SchemaOf(rows.Integer(4)),
                    rows.Instant(5),
                    rows.Text(6),
                    rows.Blob(7).ToArray()
                );
                yield return (record, rows.Blob(8).ToArray(), rows.Blob(9).ToArray(), rows.Integer(10));
            }
        }
    }
}
