using System.Diagnostics;
using Approvals.Workflow.Execution.State;
using Microsoft.Data.Sqlite;

namespace Approvals.Load.Raw;

/// <summary>
/// The limit that our durable rate is compared with: recorded rows written by plain Microsoft.Data.Sqlite with prepared
/// commands, one transaction for as many turns as our run had in a commit, WAL and synchronous=FULL, the same schema, page
/// cache and checkpoint interval, no engine, no hashing, no callers to answer.
/// </summary>
internal sealed class RawLoad(RecordedWrites writes, int turnsPerCommit)
{
    public RawResult Run(string folder, TimeSpan time)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "raw.db")};Pooling=False");
        connection.Open();
        Script(
            connection,
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000; "
                + "PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -65536;"
        );
        foreach (var create in writes.Schema)
        {
            Script(connection, create);
        }

        RawStatement[][] turns =
        [
            .. writes.Turns.Select(turn => turn.Select(write => new RawStatement(connection, writes, write)).ToArray()),
        ];
        var instances = 0L;
        var commits = 0L;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < time)
        {
            // As with concurrent callers: a group holds one turn of each of so many instances.
            foreach (var turn in turns)
            {
                using var transaction = connection.BeginTransaction();
                for (var i = 1; i <= turnsPerCommit; i++)
                {
                    foreach (var statement in turn)
                    {
                        statement.Execute(transaction, (instances + i) * ProcessInstanceState.KeysPerInstance);
                    }
                }

                transaction.Commit();
                commits++;
            }

            instances += turnsPerCommit;
        }

        var elapsed = watch.Elapsed;
        foreach (var statement in turns.SelectMany(turn => turn))
        {
            statement.Dispose();
        }

        return new RawResult(instances, instances * writes.Count, commits, elapsed);
    }

    private static void Script(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

internal sealed record RawResult(long Instances, long Rows, long Commits, TimeSpan Elapsed)
{
    public double InstancesPerSecond => Instances / Elapsed.TotalSeconds;

    public double RowsPerSecond => Rows / Elapsed.TotalSeconds;

    public double RowsPerCommit => Rows / (double)Commits;
}
