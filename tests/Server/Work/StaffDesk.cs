using System.Globalization;
using System.Text;
using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Clock;
using Approvals.Kernel.Documents;
using Approvals.Kernel.Folders;
using Approvals.Kernel.Organisations;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Server.Identity;
using Approvals.Server.Pipeline;
using Approvals.Server.Storage;
using Approvals.Server.Tests.Fixtures;
using Approvals.Server.Transparency;
using Approvals.Server.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Approvals.Server.Tests.Work;

/// <summary>
/// The demo city with its workers on a folder of its own, from Mon 2026-10-12 09:00 with a clock moved by hand; cases are submitted
/// below the pages, the staff works through them.
/// </summary>
public sealed class StaffDesk : IAsyncLifetime
{
    public const string Clerk = "linxiaoyun";
    public const string Reviewer = "xuwenqing";
    public const string Approver = "jiangruolan";
    public const string Supervisor = "fangjingyi";
    public const string Applicant = "chenlijuan";
    private const string Password = "Qingyuan-2026";

    private static readonly SqlText OpenTask = new(
        "SELECT key FROM user_task WHERE owner = ?1 AND state = 0 AND element = ?2"
    );

    private static readonly SqlText StageOf = new("SELECT stage FROM case_row WHERE key = ?1");
    private static readonly SqlText RulesOf = new("SELECT rule FROM alarm WHERE owner = ?1 ORDER BY key");
    private static readonly SqlText EventsOf = new("SELECT type FROM journal WHERE stream = ?1 ORDER BY version");
    private static readonly SqlText Turns = new("SELECT count(*) FROM journal");
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("approvals-desk-");
    private WebApplication app = null!;

    public Platform Platform { get; private set; } = null!;

    public ManualClock Clock { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var folder = new DataFolder(directory.FullName);
        folder.Create();
        Clock = ManualClock.Open(folder, new DateTimeOffset(2026, 10, 12, 9, 0, 0, CivilTime.Offset));
        Platform = Platform.TryOpen(folder, Clock).ShouldNotBeNull();
        var options = new ServerOptions(folder.Path, [], Demo: true, ManualClock: true) { Clock = Clock };
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
        app.MapRevocationLists();
        app.MapLog();
        app.MapAuthorityServices();
        await ServerStart.PrepareAsync(app, demo: true, pastTenders: false);
        await app.StartAsync();
        await AddStaffAsync("marketclerk", "钱多", new Post("clerk", "market", "窗口人员", "6"));
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Platform.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        directory.Delete(recursive: true);
    }

    public async Task<Browser> SignInAsync(string account)
    {
        var browser = new Browser(app.GetTestServer());
        var form = await browser.GetAsync("/account/sign-in");
        var home = await browser.SubmitAsync(form, "main form", ("Form.Name", account), ("Form.Password", Password));
        home.Status.ShouldBe(System.Net.HttpStatusCode.OK);
        return browser;
    }

    /// <summary>An application for the hygiene licence, complete; the answer is the case's key.</summary>
    public async Task<long> SubmitAsync(string applicant = "清源市澄泉浴场有限公司")
    {
        var answer = await Platform.SendAsync(
            await ActorAsync(Applicant),
            scope =>
            {
                var today = CivilTime.DateOf(scope.Now);
                var item = Platform.Cases.Items.FindEffective(scope.Session, "QY010", today)!;
                var form = Reference(
                    scope.AddDocument(
                        "form.json",
                        "application/json",
                        Encoding.UTF8.GetBytes(
                            $$"""{"unitName":"{{applicant}}","creditCode":"91990102MA7QY26K6J","legalPerson":"陈丽娟","legalPersonId":"359902198604072029","address":"清源市澄江区云栖街道文庙路 126 号","venueKind":"bath","area":680,"bathCount":4,"staffCount":22,"centralAir":"no"}"""
                        )
                    )
                );
                var snapshot = Reference(
                    scope.AddDocument(
                        "applicant.json",
                        "application/json",
                        Encoding.UTF8.GetBytes($$"""{"name":"陈丽娟","organisation":"{{applicant}}"}""")
                    )
                );
                var materials = item.Item.Materials.Where(material =>
                    material is { Required: true, FilledOnline: false }
                );
                return Platform.CaseTurns.Submit(
                    scope,
                    item,
                    new SubmitCase(
                        Channel.Online,
                        Approvals.Cases.Applicant.Organisation(scope.Actor.Id, applicant, snapshot),
                        form,
                        [.. materials.Select(material => Upload(scope, material.Name))]
                    )
                );
            }
        );
        answer.Rejection.ShouldBeNull();
        return long.Parse(answer.Text, CultureInfo.InvariantCulture);
    }

    /// <summary>Ends a step below the pages and waits for the next one.</summary>
    public async Task StepAsync(long key, string element, string account, CaseCommand command, string? next = null)
    {
        var task = TaskOf(key, element).ShouldNotBeNull();
        var answer = await Platform.SendAsync(
            await ActorAsync(account),
            scope => Platform.CaseTurns.CompleteTask(scope, task, command)
        );
        answer.Rejection.ShouldBeNull();
        if (next is not null)
        {
            await UntilAsync(() => TaskOf(key, next) is not null);
        }
    }

    /// <summary>The one correction, asked for and answered.</summary>
    public async Task CorrectAsync(long key)
    {
        const string material = "卫生检测或评价报告";
        var point = new CorrectionPoint(
            CorrectionTarget.Material,
            material,
            material,
            CorrectionProblem.Wrong,
            "已过期"
        );
        await StepAsync(key, "accept", Clerk, new RequestCorrection([point]), "correct");
        var answer = await Platform.SendAsync(
            await ActorAsync(Applicant),
            scope => Platform.CaseTurns.SubmitCorrection(scope, key, new SubmitCorrection([Upload(scope, material)]))
        );
        answer.Rejection.ShouldBeNull();
        await UntilAsync(() => TaskOf(key, "accept") is not null);
    }

    public long? TaskOf(long key, string element) =>
        Platform.Readers.Read(session => session.QueryInteger(OpenTask, key, element));

    public string Stage(long key) => Texts(StageOf, key)[0];

    /// <summary>Rules of the alarms of a case.</summary>
    public IReadOnlyList<string> Alarms(long key) => Texts(RulesOf, key);

    /// <summary>Types of the events of a case, in order.</summary>
    public IReadOnlyList<string> Events(long key) => Texts(EventsOf, key);

    /// <summary>How many records the journal holds.</summary>
    public long Records() => Platform.Readers.Read(session => session.QueryInteger(Turns)!.Value);

    public async Task<Actor> ActorAsync(string account)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByNameAsync(account);
        var person = await scope.ServiceProvider.GetRequiredService<IPersonDirectory>().FindAsync(found!.PersonId);
        return new Actor(CurrentActor.IdOf(person!.Id), person.Groups);
    }

    public AsyncServiceScope Scope() => app.Services.CreateAsyncScope();

    /// <summary>Waits for a worker; only a hang takes the whole limit.</summary>
    public static async Task UntilAsync(Func<bool> holds)
    {
        for (var tries = 0; tries < 1200 && !holds(); tries++)
        {
            await Task.Delay(25);
        }

        holds().ShouldBeTrue();
    }

    private async Task AddStaffAsync(string account, string name, Post post)
    {
        var details = new PersonDetails(name, null, null, null, null, null);
        var answer = await Platform.SendAsync(
            Actor.System("test"),
            scope =>
                TurnAnswer.Done(Organisation.Register(scope, details, [post]).ToString(CultureInfo.InvariantCulture))
        );
        await using var scope = app.Services.CreateAsyncScope();
        var provision = scope.ServiceProvider.GetRequiredService<AccountProvision>();
        await provision.EnsureAsync(account, Password, long.Parse(answer.Text, CultureInfo.InvariantCulture));
    }

    private List<string> Texts(SqlText query, long key) =>
        Platform.Readers.Read(session =>
        {
            var texts = new List<string>();
            using var rows = session.Query(query, key);
            while (rows.Next())
            {
                texts.Add(rows.Text(0));
            }

            return texts;
        });

    private static MaterialDocument Upload(TurnScope scope, string material)
    {
        var bytes = "%PDF-1.4"u8.ToArray();
        var stored = scope.AddDocument(material + ".pdf", "application/pdf", bytes);
        return new(material, material + ".pdf", bytes.Length, Reference(stored));
    }

    private static DocumentRef Reference(DocumentReference stored) => new(stored.Id, stored.Digest);
}
