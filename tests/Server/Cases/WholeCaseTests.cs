using System.Text;
using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Clock;
using Approvals.Kernel.Folders;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;
using Approvals.Server.Workers;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Server.Tests.Cases;

/// <summary>The whole case below the pages: turns, engine, workers, outbox, on a folder of its own with a manual clock.</summary>
public class WholeCaseTests : IAsyncLifetime
{
    private static readonly SqlText Query = new("SELECT stage, result, licence FROM case_row WHERE key = ?1");
    private static readonly SqlText OpenTask = new(
        "SELECT key FROM user_task WHERE owner = ?1 AND state = 0 AND element = ?2"
    );

    private static readonly SqlText Messages = new("SELECT text FROM message WHERE person = ?1 ORDER BY key");
    private static readonly SqlText Clock = new("SELECT due_day, paused_on FROM clock WHERE owner = ?1 AND id = ?2");
    private readonly DataFolder folder = new(Directory.CreateTempSubdirectory("approvals-case-").FullName);
    private Platform platform = null!;
    private ManualClock clock = null!;
    private Microsoft.AspNetCore.Builder.WebApplication app = null!;

    /// <summary>How the store runs its turns.</summary>
    protected virtual TurnOptions? Options => null;

    private static Actor Clerk => new("p:9001", ["clerk@health"]);
    private static Actor Reviewer => new("p:9002", ["reviewer@health"]);
    private static Actor Approver => new("p:9003", ["approver@health"]);

    public async ValueTask InitializeAsync()
    {
        clock = ManualClock.Open(folder, new DateTimeOffset(2026, 9, 16, 10, 42, 0, TimeSpan.FromHours(8)));
        platform = Platform.TryOpen(folder, clock, Options)!;
        var options = new ServerOptions(folder.Path, ["http://127.0.0.1:0"], Demo: true, ManualClock: true)
        {
            Clock = clock,
            PublicOrigin = "http://127.0.0.1",
        };
        app = ServerHost.Build(
            options,
            services =>
            {
                services.AddStorageRoom(platform);
                services.AddWorkersRoom(platform, options);
            }
        );
        await ServerStart.PrepareAsync(app, demo: true, pastTenders: false);
        await app.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await app.DisposeAsync();
        await platform.DisposeAsync();
        Directory.Delete(folder.Path, recursive: true);
    }

    [Fact]
    public async Task From_application_to_licence()
    {
        var key = await SubmitAsync();
        Row(key).Stage.ShouldBe("Submitted");

        clock.Advance(TimeSpan.FromDays(1));
        await StepAsync(key, "accept", Clerk, new AcceptCase());
        await UntilAsync(() => TaskOf(key, "review") is not null);
        ClockOf(key, "promised").Due.ShouldBe("2026-09-28");
        await StepAsync(key, "review", Reviewer, new ReviewCase(Recommendation.Grant, "符合条件"));
        await StepAsync(key, "decide", Approver, new ApproveCase());
        await UntilAsync(() => Row(key).Stage == "Closed");

        Row(key).Result.ShouldBe("Granted");
        Row(key).Licence.ShouldNotBeNull();
        await UntilAsync(() => Texts("p:9000").Count == 3);
        Texts("p:9000")[2].ShouldContain("已准予");
    }

    [Fact]
    public async Task The_one_correction_pauses_the_clock_and_there_is_no_second()
    {
        var key = await SubmitAsync();
        var points = new CorrectionPoint[]
        {
            new(
                CorrectionTarget.Material,
                "卫生检测或评价报告",
                "卫生检测或评价报告",
                CorrectionProblem.Wrong,
                "已过期"
            ),
        };
        await StepAsync(key, "accept", Clerk, new RequestCorrection(points));
        await UntilAsync(() => TaskOf(key, "correct") is not null);
        ClockOf(key, "acceptance").PausedOn.ShouldBe("2026-09-16");

        clock.Advance(TimeSpan.FromDays(2));
        var corrected = await SendAsync(
            new Actor("p:9000", []),
            scope =>
                platform.CaseTurns.SubmitCorrection(
                    scope,
                    key,
                    new SubmitCorrection([Upload(scope, "卫生检测或评价报告")])
                )
        );
        corrected.Rejection.ShouldBeNull();
        ClockOf(key, "acceptance").PausedOn.ShouldBeNull();

        var task = TaskOf(key, "accept")!.Value;
        var second = await SendAsync(
            Clerk,
            scope => platform.CaseTurns.CompleteTask(scope, task, new RequestCorrection(points))
        );
        second.Rejection!.Code.ShouldBe("case.second-correction");
        TaskOf(key, "accept").ShouldBe(task);
    }

    [Fact]
    public async Task Whoever_reviewed_may_not_decide_and_strangers_may_do_nothing()
    {
        var key = await SubmitAsync();
        var task = TaskOf(key, "accept")!.Value;
        var stranger = await SendAsync(
            new Actor("p:7", ["clerk@market"]),
            scope => platform.CaseTurns.CompleteTask(scope, task, new AcceptCase())
        );
        stranger.Rejection.ShouldNotBeNull();

        var both = new Actor("p:9002", ["reviewer@health", "approver@health"]);
        await StepAsync(key, "accept", Clerk, new AcceptCase());
        await UntilAsync(() => TaskOf(key, "review") is not null);
        await StepAsync(key, "review", both, new ReviewCase(Recommendation.Grant, "符合条件"));
        var decide = TaskOf(key, "decide")!.Value;
        var same = await SendAsync(both, scope => platform.CaseTurns.CompleteTask(scope, decide, new ApproveCase()));
        same.Rejection.ShouldNotBeNull();
        Row(key).Stage.ShouldBe("Deciding");
    }

    private async Task<long> SubmitAsync()
    {
        var answer = await SendAsync(
            new Actor("p:9000", []),
            scope =>
            {
                var item = platform.Cases.Items.FindEffective(scope.Session, "QY010", new DateOnly(2026, 9, 16))!;
                var form = Reference(
                    scope.AddDocument(
                        "form.json",
                        "application/json",
                        Encoding.UTF8.GetBytes(
                            """{"unitName":"清源市澄泉浴场有限公司","creditCode":"91990102MA7QY26K6J","legalPerson":"陈丽娟","address":"清源市澄江区云栖街道文庙路 126 号","venueKind":"bath","bathCount":4,"centralAir":"no"}"""
                        )
                    )
                );
                var snapshot = Reference(
                    scope.AddDocument(
                        "applicant.json",
                        "application/json",
                        Encoding.UTF8.GetBytes("""{"name":"陈丽娟","organisation":"清源市澄泉浴场有限公司"}""")
                    )
                );
                return platform.CaseTurns.Submit(
                    scope,
                    item,
                    new SubmitCase(
                        Channel.Online,
                        Applicant.Organisation("p:9000", "清源市澄泉浴场有限公司", snapshot),
                        form,
                        [
                            .. item
                                .Item.Materials.Where(material => material is { Required: true, FilledOnline: false })
                                .Select(material => Upload(scope, material.Name)),
                        ]
                    )
                );
            }
        );
        answer.Rejection.ShouldBeNull();
        return long.Parse(answer.Text);
    }

    private static MaterialDocument Upload(TurnScope scope, string material)
    {
        var bytes = "%PDF-1.4"u8.ToArray();
        return new(
            material,
            material + ".pdf",
            bytes.Length,
            Reference(scope.AddDocument(material + ".pdf", "application/pdf", bytes))
        );
    }

    private static DocumentRef Reference(Kernel.Documents.DocumentReference stored) => new(stored.Id, stored.Digest);

    private async Task StepAsync(long key, string element, Actor actor, CaseCommand command)
    {
        var task = TaskOf(key, element).ShouldNotBeNull();
        var answer = await SendAsync(actor, scope => platform.CaseTurns.CompleteTask(scope, task, command));
        answer.Rejection.ShouldBeNull();
    }

    private Task<TurnAnswer> SendAsync(Actor actor, Func<TurnScope, TurnAnswer> body) =>
        platform.SendAsync(actor, body);

    private (string Stage, string? Result, string? Licence) Row(long key) =>
        platform.Readers.Read(session =>
        {
            using var rows = session.Query(Query, key);
            rows.Next().ShouldBeTrue();
            return (rows.Text(0), rows.TextOrNull(1), rows.TextOrNull(2));
        });

    private (string? Due, string? PausedOn) ClockOf(long key, string id) =>
        platform.Readers.Read(session =>
        {
            using var rows = session.Query(Clock, key, id);
            rows.Next().ShouldBeTrue();
            return (rows.Text(0), rows.TextOrNull(1));
        });

    private long? TaskOf(long key, string element) =>
        platform.Readers.Read(session => session.QueryInteger(OpenTask, key, element));

    private List<string> Texts(string person) =>
        platform.Readers.Read(session =>
        {
            var texts = new List<string>();
            using var rows = session.Query(Messages, person);
            while (rows.Next())
            {
                texts.Add(rows.Text(0));
            }

            return texts;
        });

    /// <summary>Waits for a worker; workers run as fast as they can, so that only a hang takes the whole limit.</summary>
    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var tries = 0; tries < 600 && !holds(); tries++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        holds().ShouldBeTrue();
    }
}

/// <summary>
/// The same on a store that aborts every third turn after its handlers and runs it again, as a conflict would: nothing
/// happens twice.
/// </summary>
public sealed class WholeCaseOnAnAbortingStoreTests : WholeCaseTests
{
    protected override TurnOptions Options { get; } = new() { AbortAfterBody = ordinal => ordinal % 3 == 0 };
}
