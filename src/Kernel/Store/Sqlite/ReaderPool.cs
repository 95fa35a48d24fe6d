using System.Collections.Concurrent;

namespace Approvals.Kernel.Store.Sqlite;

/// <summary>Read-only connections to platform.db for whatever is no page: workers, pumps, the directory of people.</summary>
public sealed class ReaderPool(string database) : IDisposable
{
    private readonly ConcurrentBag<SqliteSession> idle = [];

    /// <summary>Runs a read on one connection; every statement in it sees a snapshot of its own.</summary>
    public T Read<T>(Func<SqlSession, T> read)
    {
        if (!idle.TryTake(out var session))
        {
            session = SqliteSession.OpenReader(database);
        }

        var result = read(session);
        idle.Add(session);
        return result;
    }

    public void Dispose()
    {
        while (idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }
}
