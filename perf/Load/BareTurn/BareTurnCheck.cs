using Approvals.Kernel.Journal;
using Approvals.Kernel.Store;
using Approvals.Kernel.Store.Sqlite;

namespace Approvals.Load.BareTurn;

/// <summary>After a crash: every acknowledged turn is in the journal, none twice, and state and tasks agree with it.</summary>
internal static class BareTurnCheck
{
    private static readonly SqlText States = new("SELECT key, version FROM state");
    private static readonly SqlText Wrong = new(
        """
        SELECT count(*) FROM state s WHERE
          (SELECT count(*) FROM journal j WHERE j.stream = s.key) <> s.version
          OR (SELECT count(*) FROM task t WHERE t.key BETWEEN s.key + 1 AND s.key + 3) <> min(s.version, 3)
          OR (SELECT count(*) FROM outbox o WHERE o.stream = s.key) <> (s.version = 4)
        """
    );

    public static int Run(string folder)
    {
        using var session = SqliteSession.OpenWriter(Path.Combine(folder, "platform.db"));
        var versions = new Dictionary<long, long>();
        using (var rows = session.Query(States))
        {
            while (rows.Next())
            {
                versions[rows.Integer(0)] = rows.Integer(1);
            }
        }

        var lost = 0;
        var acknowledged = File.ReadAllBytes(Path.Combine(folder, "acknowledged"));
        for (var at = 0; at + 16 <= acknowledged.Length; at += 16)
        {
            var key = BitConverter.ToInt64(acknowledged, at);
            if (!versions.TryGetValue(key, out var version) || version < BitConverter.ToInt64(acknowledged, at + 8))
            {
                lost++;
            }
        }

        var broken = 0;
        var leaf = new byte[LeafHash.Size];
        var records = 0;
        foreach (var (record, salt, stored, _) in JournalReader.ReadAll(session))
        {
            LeafHash.Compute(record, salt, leaf);
            records++;
            broken += leaf.AsSpan().SequenceEqual(stored) ? 0 : 1;
        }

        var wrong = session.QueryInteger(Wrong);
        Console.WriteLine(
            $"{acknowledged.Length / 16} acknowledged, {records} records, {lost} lost, {wrong} inconsistent, {broken} broken leaves"
        );
        return lost == 0 && wrong == 0 && broken == 0 ? 0 : 1;
    }
}
