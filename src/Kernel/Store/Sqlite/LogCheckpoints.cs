namespace Approvals.Kernel.Store.Sqlite;

/// <summary>
/// Copies the write-ahead log back into the database beside the writer, on a connection and a thread of its own, so that no
/// commit waits for it. A log that is written all the time is never copied to its end that way; therefore the last few pages
/// are left to the writer, between two commits, and its next one begins the log anew. Durability is the writer's business
/// alone: what a failed or blocked copy leaves stays in the log, and a commit that finds no room says so itself.
/// </summary>
internal sealed class LogCheckpoints : IDisposable
{
    /// <summary>Pages of 4 KB after which the log is copied: 16 MB.</summary>
    private const int Due = 4000;

    /// <summary>
    /// Rounds of one copy. SQLite syncs the database only at the end of a round during which nothing was committed. The first
    /// is long and rarely meets that; the later ones copy what came during the one before and nearly always do.
    /// </summary>
    private const int Rounds = 4;

    private readonly SqliteSession writer;
    private readonly SqliteSession copier;
    private readonly Thread thread;
    private readonly SemaphoreSlim wake = new(0);
    private long written;
    private long copiedFrom;
    private volatile Phase phase;
    private volatile bool closing;

    /// <summary>Takes the checkpoints of <paramref name="writer"/> over; the caller goes on owning it.</summary>
    public LogCheckpoints(SqliteSession writer)
    {
        this.writer = writer;
        copier = writer.OpenBeside();
        writer.RunScript("PRAGMA wal_autocheckpoint = 0");
        thread = new Thread(Run) { Name = "log checkpoints", IsBackground = true };
        thread.Start();
    }

    private enum Phase
    {
        Waiting,
        Copying,
        ForTheWriter,
    }

    /// <summary>Called by the writer's thread after each commit, when its callers have their answers.</summary>
    public void Committed()
    {
        written += writer.TakePagesWritten();
        switch (phase)
        {
            case Phase.Waiting when written - copiedFrom >= Due:
                copiedFrom = written;
                phase = Phase.Copying;
                wake.Release();
                break;
            case Phase.ForTheWriter:
                writer.TryCheckpoint(restart: true);
                copiedFrom = written;
                phase = Phase.Waiting;
                break;
        }
    }

    public void Dispose()
    {
        if (closing)
        {
            return;
        }

        closing = true;
        wake.Release();
        thread.Join();
        wake.Dispose();
        copier.Dispose();
    }

    private void Run()
    {
        while (true)
        {
            wake.Wait();
            if (closing)
            {
                return;
            }

            CopyMost();
            phase = Phase.ForTheWriter;
        }
    }

    private void CopyMost()
    {
        for (var round = 0; round < Rounds && !closing; round++)
        {
            if (!copier.TryCheckpoint(restart: false))
            {
                return;
            }
        }
    }
}
