using System.Text;
using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Clock;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;

namespace Approvals.Server.Tests.Track;

/// <summary>
/// Real cases of the hygiene licence in the demo city, driven through the platform's turns by its people, on a clock that
/// stands until it is moved. Papers and messages are made by the real workers.
/// </summary>
public sealed class CaseScenario(Platform platform, ManualClock clock, PeopleOfPlatform people)
{
    public const string Item = "QY010";
    public const string FloorPlan = "场所方位图、平面图和卫生设施布局图";
    public const string TestReport = "卫生检测或评价报告";

    public static readonly string[] Materials =
    [
        "法定代表人或负责人身份证明",
        FloorPlan,
        TestReport,
        "卫生管理制度文本",
    ];

    public const string FormJson = """
        {"unitName":"清源市澄泉浴场有限公司","creditCode":"91990102MA7QY26K6J","legalPerson":"陈丽娟","legalPersonId":"359902198604072029","phone":"13900000126","venueKind":"bath","signName":"澄泉浴场","address":"清源市澄江区云栖街道文庙路 126 号","area":320,"bathCount":4,"staffCount":12,"centralAir":"no","deliveryMethod":"electronic","truthful":true}
        """;

    private static readonly SqlText PersonByName = new("SELECT key FROM person WHERE name = ?1");

    private static readonly SqlText OpenTask = new(
        "SELECT key FROM user_task WHERE owner = ?1 AND element = ?2 AND state = 0"
    );

    // A tender's jobs stay until its holders or its clock move them.
    private static readonly SqlText Jobs = new(
        "SELECT count(*) FROM job WHERE retries > 0 AND type NOT LIKE 'tender.%'"
    );
    private static readonly SqlText Effects = new("SELECT count(*) FROM outbox WHERE state = 0 AND due <= ?1");

    private static readonly SqlText ClocksDue = new(
        "SELECT count(*) FROM clock WHERE (reminder IS NOT NULL AND reminder <= ?1) OR (expiry IS NOT NULL AND expiry <= ?1)"
    );

    /// <summary>Moves the clock forward to a civil moment of 2026.</summary>
    public async Task AtAsync(int month, int day, int hour = 9, int minute = 0)
    {
        var instant = new DateTimeOffset(2026, month, day, hour, minute, 0, CivilTime.Offset);
        clock.Advance(instant - clock.GetUtcNow());
        await SettleAsync();
    }

    public async Task<long> SubmitAsync(string applicant)
    {
        var actor = await ActorAsync(applicant);
        var person = platform.Readers.Read(session => Organisation.FindPerson(session, KeyOf(session, applicant)))!;
        var answer = await SendAsync(
            actor,
            scope =>
            {
                var item = platform.Cases.Items.FindEffective(scope.Session, Item, CivilTime.DateOf(scope.Now))!;
                var snapshot = Document(scope, "applicant.json", "application/json", Snapshot(person));
                var who = person.Organisation is { } organisation
                    ? Applicant.Organisation(actor.Id, organisation, snapshot)
                    : Applicant.Citizen(actor.Id, person.Name, snapshot);
                var form = Document(scope, "hygiene-apply.json", "application/json", FormJson);
                return platform.CaseTurns.Submit(
                    scope,
                    item,
                    new SubmitCase(Channel.Online, who, form, [.. Materials.Select(name => Material(scope, name))])
                );
            }
        );
        await SettleAsync();
        return long.Parse(answer.Text);
    }

    public Task AcceptAsync(long key) => StepAsync(key, "林晓芸", "accept", new AcceptCase());

    public Task DeclineAsync(long key) =>
        StepAsync(key, "林晓芸", "accept", new DeclineCase("不属于本机关职权范围", "清源市市场监督管理局"));

    public Task AskAtWindowAsync(long key, params IReadOnlyList<CorrectionPoint> points) =>
        StepAsync(key, "林晓芸", "accept", new RequestCorrection(points));

    public Task AskInReviewAsync(long key, params IReadOnlyList<CorrectionPoint> points) =>
        StepAsync(key, "许文清", "review", new RequestCorrection(points));

    public Task PassAsync(long key) =>
        StepAsync(key, "许文清", "review", new ReviewCase(Recommendation.Grant, "布局与图纸一致，建议准予"));

    public Task ApproveAsync(long key) => StepAsync(key, "江若兰", "decide", new ApproveCase("同意"));

    public Task RefuseAsync(long key) =>
        StepAsync(
            key,
            "江若兰",
            "decide",
            new RefuseCase(["通风不符合卫生标准"], "60 日内申请行政复议，或 6 个月内起诉")
        );

    public async Task CorrectAsync(long key, string applicant, params IReadOnlyList<string> materials)
    {
        await SendAsync(
            await ActorAsync(applicant),
            scope =>
                platform.CaseTurns.SubmitCorrection(
                    scope,
                    key,
                    new SubmitCorrection([.. materials.Select(name => Material(scope, name))])
                )
        );
        await SettleAsync();
    }

    public static CorrectionPoint Wrong(string material, string reason) =>
        new(CorrectionTarget.Material, material, material, CorrectionProblem.Wrong, reason);

    /// <summary>
    /// The case of the drawn screens: numbered 09-16, accepted 09-17, the clock stands 09-22 to 10-09, under review on 10-12.
    /// </summary>
    public async Task<long> GoldenAsync()
    {
        await AtAsync(9, 16, 10, 42);
        var key = await SubmitAsync("陈丽娟");
        await AtAsync(9, 17, 11, 3);
        await AcceptAsync(key);
        await AtAsync(9, 22, 9, 15);
        await AskInReviewAsync(key, Wrong(TestReport, "缺池水微生物检测，请补 9 份样品的报告"));
        await AtAsync(10, 9, 16, 31);
        await CorrectAsync(key, "陈丽娟", TestReport);
        await AtAsync(10, 12, 9, 6);
        return key;
    }

    /// <summary>Waits until the workers have nothing left to do.</summary>
    public async Task SettleAsync()
    {
        platform.Signal();
        for (var tries = 0; tries < 600; tries++)
        {
            var now = platform.Clock.GetUtcNow();
            var left = platform.Readers.Read(session =>
                session.QueryInteger(Jobs) + session.QueryInteger(Effects, now) + session.QueryInteger(ClocksDue, now)
            );
            if (left == 0)
            {
                return;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The workers did not come to rest.");
    }

    private static string Snapshot(PersonDetails person) =>
        $$"""{"name":"{{person.Name}}","citizenId":"{{person.CitizenId}}","phone":"{{person.Phone}}"}""";

    private static MaterialDocument Material(TurnScope scope, string name)
    {
        var bytes = Encoding.UTF8.GetBytes($"%PDF-1.7 {name}");
        var file = name + ".pdf";
        var stored = scope.AddDocument(file, "application/pdf", bytes);
        return new MaterialDocument(name, file, bytes.Length, new DocumentRef(stored.Id, stored.Digest));
    }

    private static DocumentRef Document(TurnScope scope, string name, string media, string text)
    {
        var stored = scope.AddDocument(name, media, Encoding.UTF8.GetBytes(text.Trim()));
        return new DocumentRef(stored.Id, stored.Digest);
    }

    private static long KeyOf(SqlSession session, string name) =>
        session.QueryInteger(PersonByName, name)
        ?? throw new InvalidOperationException($"Nobody is called {name} in the demo city.");

    private async Task StepAsync(long key, string person, string element, CaseCommand command)
    {
        var actor = await ActorAsync(person);
        await SendAsync(
            actor,
            scope =>
            {
                var task = scope.Session.QueryInteger(OpenTask, key, element)!.Value;
                return platform.CaseTurns.Claim(scope, task) is { Rejection: not null } refused
                    ? refused
                    : platform.CaseTurns.CompleteTask(scope, task, command);
            }
        );
        await SettleAsync();
    }

    private async Task<TurnAnswer> SendAsync(Actor actor, Func<TurnScope, TurnAnswer> body)
    {
        var answer = await platform.SendAsync(actor, body);
        return answer.Rejection is { } rejection
            ? throw new InvalidOperationException($"{actor.Id} was refused: {rejection.Code}.")
            : answer;
    }

    private async Task<Actor> ActorAsync(string name)
    {
        var person = await people.FindAsync(platform.Readers.Read(session => KeyOf(session, name)));
        return new Actor(Organisation.ActorId(person!.Id), person.Groups);
    }
}
