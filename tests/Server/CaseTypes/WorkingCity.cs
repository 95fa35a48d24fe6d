using System.Globalization;
using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Clock;
using Approvals.Kernel.Folders;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Server.Identity;
using Approvals.Server.Storage;
using Approvals.Server.Tests.Fixtures;
using Approvals.Server.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Approvals.Server.Tests.CaseTypes;

/// <summary>
/// The demo city with its workers, over the network, from Mon 2026-10-12 09:00 with a clock moved by hand: people apply, decide and look
/// on the pages alone.
/// </summary>
public sealed class WorkingCity : IAsyncLifetime
{
    private static readonly SqlText OpenTask = new(
        "SELECT key FROM user_task WHERE owner = ?1 AND state = 0 AND element = ?2"
    );

    private static readonly SqlText EventsOf = new("SELECT type FROM journal WHERE stream = ?1 ORDER BY version");
    private static readonly SqlText RowOf = new(
        "SELECT stage, result, case_type, unit, taken_up, decided FROM case_row WHERE key = ?1"
    );

    private static readonly SqlText MessagesOf = new("SELECT text FROM message WHERE owner = ?1 ORDER BY key");
    private static readonly SqlText ClockOf = new(
        "SELECT due_day FROM clock WHERE owner = ?1 AND id = ?2 ORDER BY instance DESC LIMIT 1"
    );
    private static readonly SqlText PapersOf = new(
        "SELECT caption FROM case_document WHERE owner = ?1 AND kind IN ('notice', 'licence') ORDER BY document"
    );

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("approvals-city-");
    private WebApplication app = null!;
    private readonly Dictionary<Visitor, string> accounts = [];
    private int applicants;

    public Platform Platform { get; private set; } = null!;

    public ManualClock Clock { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var folder = new DataFolder(directory.FullName);
        folder.Create();
        Clock = ManualClock.Open(folder, new DateTimeOffset(2026, 10, 12, 9, 0, 0, CivilTime.Offset));
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
                services.AddWorkersRoom(Platform, options);
            },
            builder => builder.Logging.ClearProviders()
        );
        await ServerStart.PrepareAsync(app, demo: true, pastTenders: false);
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Platform.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        directory.Delete(recursive: true);
    }

    public Visitor Visit() => new(new Uri(app.Urls.First()));

    public async Task<Visitor> SignInAsync(string account)
    {
        var visitor = Visit();
        await visitor.SignInAsync(account);
        accounts[visitor] = account;
        return visitor;
    }

    /// <summary>Lets time pass; who was signed in comes back and signs in again, because no session lasts for days.</summary>
    public async Task PassAsync(TimeSpan span, params Visitor[] comingBack)
    {
        Clock.Advance(span);
        foreach (var visitor in comingBack)
        {
            await visitor.SignInAsync(accounts[visitor]);
        }
    }

    /// <summary>Somebody new, signed in.</summary>
    public async Task<Visitor> RegisterAsync(PersonDetails details)
    {
        var account = $"newcomer{Interlocked.Increment(ref applicants)}";
        var answer = await Platform.SendAsync(
            Actor.System("test"),
            scope => TurnAnswer.Done(Organisation.Register(scope, details, []).ToString(CultureInfo.InvariantCulture))
        );
        await using var scope = app.Services.CreateAsyncScope();
        var provision = scope.ServiceProvider.GetRequiredService<AccountProvision>();
        await provision.EnsureAsync(
            account,
            DemoServer.Password,
            long.Parse(answer.Text, CultureInfo.InvariantCulture)
        );
        return await SignInAsync(account);
    }

    /// <summary>Fills in the pages of an application one after the other and sends it; the answer is the case's key.</summary>
    public static async Task<long> ApplyAsync(Visitor visitor, string code, params Sending[] pages)
    {
        var page = await visitor.GetAsync($"/me/apply/{code}");
        foreach (var sending in pages)
        {
            page = await visitor.SendAsync(page, "main form[enctype]", sending);
        }

        page.Address.ShouldBe($"/me/apply/{code}/check", page.Body);
        var slip = await visitor.SendAsync(page, "main form", Sending.Of());
        slip.Address.ShouldEndWith("/slip");
        return long.Parse(slip.Address.Split('/')[3], CultureInfo.InvariantCulture);
    }

    /// <summary>Ends a step of the staff on its page, with the paper looked at first when there is one.</summary>
    public async Task<Shown> DecideAsync(
        Visitor staff,
        long key,
        string element,
        string outcome,
        params (string Name, string Value)[] fields
    )
    {
        await UntilAsync(() => TaskOf(key, element) is not null);
        var work = await staff.GetAsync($"/work/cases/{key}");
        var link = work
            .Document.QuerySelector($".decide a[href$='/{outcome}']")
            .ShouldNotBeNull($"{outcome} at {element} is not offered: {work.Heading}");
        var page = await staff.GetAsync(link.GetAttribute("href")!);
        page.Document.QuerySelector("main form.form").ShouldNotBeNull($"{outcome} at {element}: {page.Heading}");
        var shown = await staff.SendAsync(page, "main form.form", Sending.Of(fields));
        if (shown.Document.QuerySelector("main form[action$='handler=send']") is not null)
        {
            shown = await staff.SendAsync(shown, "main form[action$='handler=send']", Sending.Of());
        }

        shown.TextsOf(".did b").Count.ShouldBe(1, $"{shown.Heading} {string.Join(' ', shown.TextsOf(".alert li"))}");
        return shown;
    }

    public long? TaskOf(long key, string element) =>
        Platform.Readers.Read(session => session.QueryInteger(OpenTask, key, element));

    public CaseRowFacts Row(long key) =>
        Platform.Readers.Read(session =>
        {
            using var rows = session.Query(RowOf, key);
            rows.Next().ShouldBeTrue();
            return new CaseRowFacts(
                rows.Text(0),
                rows.TextOrNull(1),
                rows.Text(2),
                rows.Text(3),
                rows.IsNull(4) || rows.IsNull(5) ? null : TimeSpan.FromMilliseconds(rows.Integer(5) - rows.Integer(4))
            );
        });

    public Task UntilStageAsync(long key, string stage) => UntilAsync(() => Row(key).Stage == stage);

    public string? DueOf(long key, string clock) => Texts(ClockOf, key, clock).SingleOrDefault();

    public IReadOnlyList<string> Events(long key) => Texts(EventsOf, key);

    public IReadOnlyList<string> Messages(long key) => Texts(MessagesOf, key);

    /// <summary>Kinds of the papers of a case, oldest first; a licence by its number.</summary>
    public IReadOnlyList<string> Papers(long key) => Texts(PapersOf, key);

    public static async Task UntilAsync(Func<bool> holds)
    {
        for (var tries = 0; tries < 1200 && !holds(); tries++)
        {
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }

        holds().ShouldBeTrue();
    }

    private List<string> Texts(SqlText query, params SqlValue[] values) =>
        Platform.Readers.Read(session =>
        {
            var texts = new List<string>();
            using var rows = session.Query(query, values);
            while (rows.Next())
            {
                texts.Add(rows.Text(0));
            }

            return texts;
        });
}

/// <param name="Served">From taking up to the decision.</param>
public sealed record CaseRowFacts(string Stage, string? Result, string Type, string Unit, TimeSpan? Served);
