using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Approvals.Bidding.Handling;
using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Tenders;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Server.Holding;
using Approvals.Server.Seeding;
using Approvals.Server.Storage;
using Approvals.Server.Workers;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Runtime;

namespace Approvals.Server.Demo;

/// <summary>
/// One tender of the demonstration, on its way by the turns that its people and their programs would send, each at its own instant. Seals, keys and
/// signatures are real.
/// </summary>
internal sealed class DemoTender(DemoTenderRoom room, DateTimeOffset begins)
{
    private static readonly SqlText DueTimers = new("SELECT key FROM timer WHERE due <= ?1 ORDER BY due");
    private static readonly SqlText InstanceOf = new("SELECT instance FROM tender WHERE key = ?1");
    private static readonly (long Price, int Days)[] Offers =
    [
        (228_823_172, 240),
        (229_647_200, 230),
        (231_111_040, 235),
    ];
    private static readonly string[] Leaders = ["陈国梁", "黄立新", "苏晓东"];
    private static readonly decimal[] Points = [62, 55.5m, 49.5m];

    private readonly SeedClock clock = new(begins);
    private readonly TenderMover mover = new(room.Platform);
    private readonly List<HolderDaemon> holders = [];
    private readonly List<DemoBidder> bidders = [];
    private TenderClient client = null!;
    private Notice? notice;
    private long key;

    private Platform Platform => room.Platform;

    public string Number { get; private set; } = "";

    public string Title { get; private set; } = "";

    public async Task DeclareAsync(string title, long estimate)
    {
        var declaration = new Declaration(
            title,
            TenderKind.Construction,
            DemoTenders.Tenderer,
            "清源市住房和城乡建设局",
            "清发改审〔2026〕41 号",
            "市级财政资金",
            estimate,
            ["施工总承包"]
        );
        var answer = await SendAsync(
            "zhengkaiyuan",
            "tenderer@housing",
            scope => Platform.Tenders.Turns.Declare(scope, declaration)
        );
        (Number, Title) = (answer.Text, title);
        key = Platform.Readers.Read(session => LoadedTender.Find(session, Number)!.State.Key);
        client = new TenderClient(new DeskDoor(room.Desk, Number, clock), Number);
    }

    public Task ChooseAsync() =>
        SendAsync(
            "zhengkaiyuan",
            "tenderer@housing",
            scope =>
                Platform.Tenders.Turns.ChooseAgency(
                    scope,
                    key,
                    new AgencyChoice(
                        AgencyManner.Own,
                        DemoTenders.Agency,
                        "清源市清达工程招标代理有限公司",
                        "近三年同类工程业绩最多，报价适中",
                        [DemoTenders.Agency]
                    )
                )
        );

    /// <param name="part">Octets of the qualification and of the technical part.</param>
    public async Task CompileAsync(
        string text,
        long ceiling,
        long deposit,
        DateTimeOffset deadline,
        int part,
        int dummies
    )
    {
        var document = Encoding.UTF8.GetBytes(text);
        var blob = (
            await Platform.Blobs.PutAsync(new MemoryStream(document), document.Length, CancellationToken.None)
        )!;
        const string usual = "tender-price.dmn";
        var formula = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "workflows", usual));
        const string name = "招标文件.txt";
        await SendAsync(
            "liaoqingda",
            "agency@" + DemoTenders.Agency,
            scope =>
                Platform.Tenders.Turns.Compile(
                    scope,
                    key,
                    new TenderFile(
                        [
                            new TenderDocument(
                                scope.AddDocument(name, "text/plain", blob.Sha256, blob.Length).Id,
                                name,
                                Convert.ToHexStringLower(blob.Sha256),
                                blob.Length
                            ),
                        ],
                        new TenderDocument(
                            scope.AddDocument(usual, "application/xml", formula).Id,
                            usual,
                            Convert.ToHexStringLower(SHA256.HashData(formula)),
                            formula.Length
                        ),
                        30,
                        [new Criterion("施工组织设计", 45), new Criterion("项目管理班子", 25)],
                        ceiling,
                        deposit,
                        deadline,
                        new SectionSizes(1024, part, part),
                        dummies,
                        "bidding-office",
                        "清源市公共资源交易监督管理办公室",
                        "notary",
                        "清源市公证处"
                    )
                )
        );
    }

    /// <summary>密钥仪式; the fourth signature publishes the notice.</summary>
    public async Task EnrolAsync(IReadOnlyList<HolderKeys> keys)
    {
        foreach (var each in keys)
        {
            Must(await client.EnrolAsync(each.Enrolment(), room.Keys.EnrolmentCode(Number, each.Role), default));
            holders.Add(new HolderDaemon(client, each, clock));
        }

        await RunAsync(1);
        notice = await client.NoticeAsync(default);
        await RunAsync(1);
    }

    /// <summary>Asked by nobody knows whom, answered by the agency.</summary>
    public async Task ClarifyAsync(string question, string answer)
    {
        await SendAsync(
            Actor.System("tender-question"),
            scope => Platform.Tenders.Clarifications.Ask(scope, key, question)
        );
        var asked = State.Questions[^1].Key;
        await SendAsync(
            "liaoqingda",
            "agency@" + DemoTenders.Agency,
            scope => Platform.Tenders.Clarifications.Answer(scope, key, asked, answer, isHarmless: true)
        );
    }

    public async Task SealAsync(int count)
    {
        for (var at = 0; at < count; at++)
        {
            var bidder = new DemoBidder(room.Enterprises[at], notice!, client);
            var (price, days) = Offers[at];
            await bidder.SealAsync(new OpeningStatement(price, days, Leaders[at], "保函"), default);
            bidders.Add(bidder);
        }

        await RunAsync(1);
    }

    /// <summary>At the deadline: frozen and counted; with three bids or more identified, released, unlocked, opened.</summary>
    public async Task OpenAsync()
    {
        To(notice!.Deadline.AddSeconds(20));
        await FireTimersAsync();
        await RunAsync(5);
        if (bidders.Count < Notice.FewestBids)
        {
            return;
        }

        To(clock.GetUtcNow().AddMinutes(12));
        var state = HolderDaemon.Fold(await client.RecordAsync(default));
        foreach (var bidder in bidders)
        {
            await bidder.ReleaseAsync(state, default);
        }

        To(state.Until.AddMinutes(1));
        await RunAsync(2);
    }

    public async Task EvaluateAsync(int sheets)
    {
        await SendAsync(
            "liaoqingda",
            "agency@" + DemoTenders.Agency,
            scope => Platform.Tenders.Turns.ReadOut(scope, key)
        );
        var value = $"{CivilTime.DateOf(clock.GetUtcNow()):yyyy-MM-dd} 上证指数收盘 3901.22；深证成指收盘 12990.77";
        Must(await holders[(int)HolderRole.Supervisor - 1].DrawAsync(value, 5, [], default));
        var state = State;
        await ExpertAsync(
            0,
            scope =>
                Platform.Tenders.Turns.JudgeQualification(
                    scope,
                    key,
                    [.. state.BlindOrder.Select(slot => new Qualification(slot, true))]
                )
        );
        state = State;
        for (var expert = 0; expert < sheets; expert++)
        {
            To(clock.GetUtcNow().AddMinutes(17));
            var salt = RandomNumberGenerator.GetBytes(32);
            var shift = expert % 3 * 0.5m;
            await ExpertAsync(
                expert,
                scope =>
                    Platform.Tenders.Turns.SealSheet(
                        scope,
                        key,
                        [.. state.Scored.Select(slot => (slot, PointsOf(state, slot) + shift))],
                        salt
                    )
            );
        }
    }

    /// <summary>All sign; the candidates are published in the same turn.</summary>
    public async Task ReportAsync()
    {
        for (var expert = 0; expert < State.Committee.Length; expert++)
        {
            await ExpertAsync(expert, scope => Platform.Tenders.Turns.SignReport(scope, key, null));
        }
    }

    /// <summary>公示期满.</summary>
    public async Task AwardAsync()
    {
        To(State.Publicity!.Ends);
        await FireTimersAsync();
    }

    public Task ContractAsync(string contract) =>
        SendAsync(
            "zhengkaiyuan",
            "tenderer@housing",
            scope => Platform.Tenders.Turns.SignContract(scope, key, contract)
        );

    public Task ArchiveAsync() => RunAsync(2);

    public void To(DateTimeOffset instant) => clock.MoveTo(instant);

    /// <summary>Who offered the best price also wrote the best design.</summary>
    private static decimal PointsOf(TenderState state, string slot) =>
        Points[
            Array.FindIndex(
                Offers,
                offer => offer.Price == state.Opening!.Bids.Single(bid => bid.Slot == slot).Statements[0].Price
            )
        ];

    private TenderState State => Platform.Readers.Read(session => LoadedTender.Find(session, key)!.State);

    private async Task RunAsync(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            foreach (var holder in holders)
            {
                await holder.StepAsync(default);
            }

            await mover.MoveAsync(key, clock.GetUtcNow());
        }
    }

    /// <summary>The timers of this tender's process alone.</summary>
    private async Task FireTimersAsync()
    {
        var due = Platform.Readers.Read(session =>
        {
            var instance = session.QueryInteger(InstanceOf, key);
            return session
                .QueryIntegers(DueTimers, clock.GetUtcNow())
                .Where(timer => ProcessRuntime.InstanceOf(timer) == instance)
                .ToList();
        });
        foreach (var timer in due)
        {
            await Platform.SendAsync(
                Actor.System("timer"),
                scope =>
                    Platform.Runtime.Execute(scope, ProcessRuntime.InstanceOf(timer), new TriggerTimer(timer))
                        is { } rejection
                        ? rejection
                        : TurnAnswer.Done(),
                at: clock.GetUtcNow()
            );
        }

        await mover.MoveAsync(key, clock.GetUtcNow());
    }

    private Task<TurnAnswer> ExpertAsync(int expert, Func<TurnScope, TurnAnswer> body) =>
        SendAsync(new Actor(State.Committee[expert], ["expert@expert-pool"]), body);

    private Task<TurnAnswer> SendAsync(string account, string group, Func<TurnScope, TurnAnswer> body) =>
        SendAsync(new Actor(string.Create(CultureInfo.InvariantCulture, $"p:{room.People[account]}"), [group]), body);

    private async Task<TurnAnswer> SendAsync(Actor actor, Func<TurnScope, TurnAnswer> body)
    {
        var answer = await Platform.SendAsync(actor, body, at: clock.GetUtcNow());
        Must(answer.Rejection?.Code);
        return answer;
    }

    private void Must(string? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException($"Tender {Number} of the demonstration: {refusal}.");
        }
    }
}
