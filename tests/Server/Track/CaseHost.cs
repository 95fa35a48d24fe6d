using Approvals.Kernel.Calendar;
using Approvals.Kernel.Clock;
using Approvals.Kernel.Folders;
using Approvals.Server.Demo;
using Approvals.Server.Storage;
using Approvals.Server.Tests.Fixtures;
using Approvals.Server.Transparency;
using Approvals.Server.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Approvals.Server.Tests.Track;

/// <summary>The whole server over a real platform with the demo city, beginning on Wed 2026-09-16 08:00.</summary>
public sealed class CaseHost : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("approvals-");
    private WebApplication app = null!;

    public Platform Platform { get; private set; } = null!;

    public CaseScenario Cases { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var data = new DataFolder(folder.FullName);
        data.Create();
        var clock = ManualClock.Open(data, new DateTimeOffset(2026, 9, 16, 8, 0, 0, CivilTime.Offset));
        Platform = Platform.TryOpen(data, clock)!;
        var options = new ServerOptions(data.Path, [], Demo: true) { Clock = clock };
        app = ServerHost.Build(
            options,
            services =>
            {
                services.AddStorageRoom(Platform);
                services.AddWorkersRoom(Platform, options);
            },
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Logging.ClearProviders();
            }
        );
        app.MapLog();
        await ServerStart.PrepareAsync(app, demo: true, pastTenders: false);
        await app.StartAsync();
        Cases = new CaseScenario(Platform, clock, app.Services.GetRequiredService<PeopleOfPlatform>());
    }

    public Browser OpenBrowser() => new(app.GetTestServer());

    /// <summary>A browser in which an account of the demo city has signed in.</summary>
    public async Task<Browser> SignInAsync(string account)
    {
        var browser = OpenBrowser();
        var page = await browser.GetAsync("/account/sign-in");
        await browser.SubmitAsync(
            page,
            "main form",
            ("Form.Name", account),
            ("Form.Password", DemoCity.Read().DemoPassword)
        );
        return browser;
    }

    public async Task<T> AskAsync<T>(Func<IServiceProvider, Task<T>> question)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await Platform.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
