using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Clock;
using Approvals.Kernel.Folders;
using Approvals.Kernel.Turns;
using Approvals.Server.Identity;
using Approvals.Server.Storage;
using Approvals.Server.Storage.Reads;
using Approvals.Server.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Approvals.Server.Tests.Fixtures;

/// <summary>
/// The whole server with its store and the demo city, on a free loopback port and a folder of its own, beginning on
/// Mon 2026-10-12 09:00. The clock stands until a test moves it.
/// </summary>
public sealed class DemoServer : IAsyncLifetime
{
    public const string Password = "Qingyuan-2026";
    private static readonly DateTimeOffset Start = new(2026, 10, 12, 9, 0, 0, CivilTime.Offset);
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("approvals-");
    private WebApplication app = null!;
    private int applicants;

    public Platform Platform { get; private set; } = null!;

    public ManualClock Clock { get; private set; } = null!;

    public Uri Address => new(app.Urls.First());

    public async ValueTask InitializeAsync()
    {
        var folder = new DataFolder(directory.FullName);
        folder.Create();
        Clock = ManualClock.Open(folder, Start);
        Platform = Platform.TryOpen(folder, Clock).ShouldNotBeNull();
        var options = new ServerOptions(folder.Path, ["http://127.0.0.1:0"], Demo: true, ManualClock: true)
        {
            Clock = Clock,
            PublicPagesKept = TimeSpan.Zero,
        };
        app = ServerHost.Build(
            options,
            services =>
            {
                services.AddStorageRoom(Platform);
                services.AddPapersRoom(Platform, options);
            },
            builder => builder.Logging.ClearProviders()
        );
        await ServerStart.PrepareAsync(app, demo: true, pastTenders: false);
        await app.StartAsync();
    }

    /// <summary>A stranger with an empty cookie jar.</summary>
    public Visitor Visit() => new(Address);

    public async Task<Visitor> SignInAsync(string account)
    {
        var visitor = Visit();
        await visitor.SignInAsync(account);
        return visitor;
    }

    /// <summary>Registers somebody new, so that a test has the drafts and cases of this person to itself.</summary>
    public async Task<(string Account, string Person)> RegisterAsync(PersonDetails details)
    {
        var account = $"applicant{Interlocked.Increment(ref applicants)}";
        var answer = await Platform.SendAsync(
            Actor.System("test"),
            scope => TurnAnswer.Done(Organisation.Register(scope, details, []).ToString())
        );
        var key = long.Parse(answer.Text);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountProvision>().EnsureAsync(account, Password, key);
        return (account, Organisation.ActorId(key));
    }

    public async Task<T> ReadAsync<T>(Func<PlatformReads, Task<T>> query)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<PlatformReads>());
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Platform.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        directory.Delete(recursive: true);
    }
}
