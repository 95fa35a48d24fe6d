using System.Text;
using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Clock;
using Approvals.Kernel.Documents;
using Approvals.Kernel.Folders;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;
using Approvals.Server.Workers;

namespace Approvals.Server.Tests.Cli;

/// <summary>
/// A data folder with the demonstration city and one case, accepted and waiting for its review: it has documents inline and as
/// blobs, a notice, keys and an open task. Tests work on copies.
/// </summary>
public sealed class OneCaseFolder : IAsyncLifetime
{
    private static readonly SqlText OpenTask = new(
        "SELECT key FROM user_task WHERE owner = ?1 AND state = 0 AND element = ?2"
    );
    private static readonly DateTimeOffset Start = new(2026, 9, 16, 10, 42, 0, TimeSpan.FromHours(8));
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("approvals-cli-");
    private int copies;

    private string Original => Path.Combine(root.FullName, "original");

    public async ValueTask InitializeAsync()
    {
        var folder = new DataFolder(Original);
        folder.Create();
        var clock = ManualClock.Open(folder, Start);
        await using var platform = Platform.TryOpen(folder, clock)!;
        var options = new ServerOptions(folder.Path, ["http://127.0.0.1:0"], Demo: true, ManualClock: true)
        {
            Clock = clock,
        };
        await using var app = ServerHost.Build(
            options,
            services =>
            {
                services.AddStorageRoom(platform);
                services.AddWorkersRoom(platform, options);
            }
        );
        await ServerStart.PrepareAsync(app, demo: true);
        await app.StartAsync();
        clock.Advance(TimeSpan.FromHours(1));
        var blob = await platform.Blobs.PutAsync(
            new MemoryStream("%PDF-1.4 report"u8.ToArray()),
            1000,
            CancellationToken.None
        );
        var submitted = await platform.SendAsync(new Actor("p:9000", []), scope => Submit(platform, scope, blob!));
        submitted.Rejection.ShouldBeNull();
        var key = long.Parse(submitted.Text);
        var accept = await TaskAsync(platform, key, "accept");
        var accepted = await platform.SendAsync(
            new Actor("p:9001", ["clerk@health"]),
            scope => platform.CaseTurns.CompleteTask(scope, accept, new AcceptCase())
        );
        accepted.Rejection.ShouldBeNull();
        var raised = await platform.SendAsync(
            new Actor("p:9001", ["clerk@health"]),
            scope => Alarms.RaiseSecondCorrection(scope, key)
        );
        raised.Rejection.ShouldBeNull();
        await TaskAsync(platform, key, "review");
        await app.StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    /// <summary>A new name beside the copies; nothing is there yet.</summary>
    public string NewPath(string name) => Path.Combine(root.FullName, $"{++copies}-{name}");

    public string Copy()
    {
        var copy = NewPath("data");
        foreach (var file in Directory.EnumerateFiles(Original, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    public ValueTask DisposeAsync()
    {
        root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static TurnAnswer Submit(Platform platform, TurnScope scope, Kernel.Blobs.Blob blob)
    {
        var item = platform.Cases.Items.FindEffective(scope.Session, "QY010", new DateOnly(2026, 9, 16))!;
        var form = scope.AddDocument(
            "form.json",
            "application/json",
            Encoding.UTF8.GetBytes("""{"unitName":"清源市澄泉浴场有限公司"}""")
        );
        var applicant = scope.AddDocument(
            "applicant.json",
            "application/json",
            Encoding.UTF8.GetBytes("""{"name":"陈丽娟"}""")
        );
        return platform.CaseTurns.Submit(
            scope,
            item,
            new SubmitCase(
                Channel.Online,
                Applicant.Organisation("p:9000", "清源市澄泉浴场有限公司", Reference(applicant)),
                Reference(form),
                [
                    .. item
                        .Item.Materials.Where(material => material is { Required: true, FilledOnline: false })
                        .Select(material => new MaterialDocument(
                            material.Name,
                            material.Name + ".pdf",
                            blob.Length,
                            Reference(
                                scope.AddDocument(material.Name + ".pdf", "application/pdf", blob.Sha256, blob.Length)
                            )
                        )),
                ]
            )
        );
    }

    private static DocumentRef Reference(DocumentReference stored) => new(stored.Id, stored.Digest);

    private static async Task<long> TaskAsync(Platform platform, long key, string element)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (platform.Readers.Read(session => session.QueryInteger(OpenTask, key, element)) is { } task)
            {
                return task;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"The case never came to its step {element}.");
    }
}

[CollectionDefinition(Name)]
public sealed class OneCase : ICollectionFixture<OneCaseFolder>
{
    public const string Name = "one case";
}
