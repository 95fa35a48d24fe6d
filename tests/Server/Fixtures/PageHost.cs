using Approvals.Kernel.Calendar;
using Approvals.Server.Identity;
using Approvals.Server.Pages.Public.Hall;
using Approvals.Server.Pages.Public.Items;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Approvals.Server.Tests.Fixtures;

/// <summary>The whole server on a folder of its own, with a catalogue and persons in memory, on Mon 2026-10-12 09:00.</summary>
public sealed class PageHost : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("approvals-");
    private WebApplication app = null!;

    public CatalogueFixture Catalogue { get; } = CatalogueFixture.Small();

    public PeopleFixture People { get; } = new();

    public IReadOnlyList<DemoAccount> DemoAccounts { get; init; } = [];

    /// <summary>Pages are made anew for every request, unless a test wants them kept.</summary>
    public TimeSpan PublicPagesKept { get; init; } = TimeSpan.Zero;

    public StillClock Clock { get; } = new(new DateTimeOffset(2026, 10, 12, 9, 0, 0, CivilTime.Offset));

    public async ValueTask InitializeAsync() => await StartAsync();

    public Browser OpenBrowser() => new(app.GetTestServer());

    /// <summary>Stops the server and starts it again on the same folder.</summary>
    public async Task RestartAsync()
    {
        await app.DisposeAsync();
        await StartAsync();
    }

    public async Task AddAccountAsync(string name, string password, Person person)
    {
        People.Put(person);
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var created = await accounts.CreateAsync(new Account { UserName = name, PersonId = person.Id }, password);
        created.Succeeded.ShouldBeTrue();
    }

    public async Task<T> AskAsync<T>(Func<IServiceProvider, Task<T>> question)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private async Task StartAsync()
    {
        app = ServerHost.Build(
            new ServerOptions(folder.FullName, []) { Clock = Clock, PublicPagesKept = PublicPagesKept },
            services =>
            {
                services.AddSingleton<IItemQueries>(Catalogue);
                services.AddSingleton<IHallQueries>(Catalogue);
                services.AddSingleton<IPersonDirectory>(People);
                services.AddSingleton<IPersonRegistry>(People);
                services.AddSingleton(Autumn2026());
                foreach (var account in DemoAccounts)
                {
                    services.AddSingleton(account);
                }
            },
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Logging.ClearProviders();
            }
        );
        app.MapGet("/test/clerks-only", () => "in").RequireAuthorization(Roles.Clerk);
        app.MapGet("/test/who", async (CurrentActor current) => (await current.ActorAsync())?.ToString() ?? "nobody");
        app.MapGet("/test/broken", IResult () => throw new InvalidOperationException("private detail"));
        await app.StartAsync();
    }

    private static WorkingCalendar Autumn2026() =>
        new(
            "test",
            [2026],
            [
                (new DateOnly(2026, 10, 1), true, "国庆节"),
                (new DateOnly(2026, 10, 2), true, "国庆节"),
                (new DateOnly(2026, 10, 5), true, "国庆节"),
                (new DateOnly(2026, 10, 6), true, "国庆节"),
                (new DateOnly(2026, 10, 7), true, "国庆节"),
                (new DateOnly(2026, 10, 10), false, "国庆节"),
            ]
        );
}
