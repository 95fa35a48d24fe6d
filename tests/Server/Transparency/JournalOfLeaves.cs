using Approvals.Credentials.Keys;
using Approvals.Credentials.Transparency;
using Approvals.Kernel;
using Approvals.Kernel.Store.Sqlite;
using Approvals.Kernel.Turns;
using Approvals.Server.Transparency;

namespace Approvals.Server.Tests.Transparency;

/// <summary>A platform.db with nothing but a journal, and a log of it.</summary>
internal sealed class JournalOfLeaves : IAsyncDisposable
{
    private static readonly Actor Someone = new("p:7", []);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("approvals-log-");
    private readonly EcdsaKey key = EcdsaKey.Generate();
    private readonly ReaderPool readers;
    private readonly TurnWriter writer;
    private long version;

    public JournalOfLeaves()
    {
        var session = SqliteSession.OpenWriter(Database);
        KernelSchema.Scripts.Apply(session);
        writer = new TurnWriter(session, TimeProvider.System);
        readers = new ReaderPool(Database);
        Log = new LogFolder(Path.Combine(folder.FullName, "log"));
    }

    public LogFolder Log { get; }

    public NoteSigner Signer => new("hall.test/log", key);

    public string Database => Path.Combine(folder.FullName, "platform.db");

    public async Task AppendAsync(int records)
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, records)
                .Select(_ =>
                {
                    var next = ++version;
                    return writer.RunAsync(
                        new TurnRequest(
                            Someone,
                            scope =>
                            {
                                scope.Append(1, next, "test", 1, new byte[] { (byte)next });
                                return TurnAnswer.Done();
                            }
                        )
                    );
                })
        );
    }

    public LogPublisher OpenPublisher() => new(readers, Log, Signer);

    public Task<LogFindings> AuditAsync(string? older = null) => new LogAudit(Log, Signer.Verifier).RunAsync(older);

    public IReadOnlyList<string> CompareWithJournal()
    {
        var differences = new List<string>();
        readers.Read(session => PublishedLeaves.Verify(session, Log, differences.Add));
        return differences;
    }

    public void Change(string sql)
    {
        using var session = SqliteSession.OpenWriter(Database);
        session.RunScript(sql);
    }

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        readers.Dispose();
        key.Dispose();
        folder.Delete(recursive: true);
    }
}
