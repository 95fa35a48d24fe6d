using Approvals.Cases.Commands;
using Approvals.Cases.Events;
using Approvals.Cases.Rows;
using Approvals.Kernel;

namespace Approvals.Cases.Tests;

/// <summary>One case of the hygiene licence under test: commands go in, events pile up, counters count.</summary>
internal sealed class CaseScenario
{
    public static readonly Actor Owner = new("p:1001", []);
    public static readonly Actor Stranger = new("p:1002", []);
    public static readonly Actor Clerk = new("p:2001", ["clerk@health"]);
    public static readonly Actor Reviewer = new("p:2002", ["reviewer@health"]);
    public static readonly Actor Approver = new("p:2004", ["approver@health"]);
    public static readonly Actor Worker = Actor.System("worker");

    private readonly Dictionary<string, int> counters = new(StringComparer.Ordinal);
    private readonly List<CaseEvent> events = [];

    public CaseState? State { get; private set; }

    public CaseRow? Row { get; private set; }

    public IReadOnlyList<CaseEvent> Events => events;

    /// <summary>10:42 on 2026-09-16 in Shanghai, as on the slip of the design.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 9, 16, 2, 42, 0, TimeSpan.Zero);

    public static DocumentRef Document(long id) => new(id, new string("0123456789abcdef"[(int)(id % 16)], 64));

    public static MaterialDocument File(string material, long id = 900) =>
        new(material, material + ".pdf", 2_100_000, Document(id));

    public static SubmitCase Submit() =>
        new(
            Channel.Online,
            Applicant.Organisation("p:1001", "清源市澄泉浴场有限公司", Document(1)),
            Document(2),
            [
                File("法定代表人或负责人身份证明", 11),
                File("场所方位图、平面图和卫生设施布局图", 12),
                File("卫生检测或评价报告", 13),
                File("卫生管理制度文本", 14),
            ]
        );

    public static CorrectionPoint Point(string material = "卫生检测或评价报告") =>
        new(CorrectionTarget.Material, material, material, CorrectionProblem.Wrong, "要 12 个月以内的报告。");

    public static CorrectionPoint FieldPoint() =>
        new(CorrectionTarget.Field, "bathCount", "浴池数量", CorrectionProblem.Missing, "请填浴池数量。");

    public static RefuseCase Refusal() => new(["池水浊度超过限值。"], "六十日内复议，六个月内诉讼。");

    public Decision Send(Actor actor, CaseCommand command)
    {
        Now = Now.AddMinutes(1);
        var context = new CaseContext(Now, actor, Repository.Hygiene, Repository.Health, CaseKey: 4_018_226);
        if (CaseDecider.SeriesOf(command, context) is { } series)
        {
            context = context with { Sequence = counters.GetValueOrDefault(series) + 1 };
            var numbered = Apply(CaseDecider.Decide(State, command, context));
            if (numbered.Events.Count > 0)
            {
                counters[series] = context.Sequence;
            }

            return numbered;
        }

        return Apply(CaseDecider.Decide(State, command, context));
    }

    /// <summary>Sends commands that must succeed.</summary>
    public CaseScenario Then(Actor actor, params CaseCommand[] commands)
    {
        foreach (var command in commands)
        {
            Send(actor, command).Rejection?.Code.ShouldBeNull();
        }

        return this;
    }

    public static CaseScenario Submitted() => new CaseScenario().Then(Owner, Submit());

    public static CaseScenario Accepted() => Submitted().Then(Clerk, new AcceptCase());

    public static CaseScenario Reviewed() =>
        Accepted().Then(Reviewer, new ReviewCase(Recommendation.Grant, "检测 9 项均合格，核查一致。"));

    public static CaseScenario Approved() => Reviewed().Then(Approver, new ApproveCase("同意。"));

    public static CaseScenario Refused() => Reviewed().Then(Approver, Refusal());

    public static CaseScenario Granted()
    {
        var scenario = Approved();
        var identifier = scenario.State!.Licence!.Identifier;
        return scenario.Then(
            Worker,
            new RecordNotice(NoticeKind.Approval, Document(21)),
            new IssueLicence(identifier, Document(22)),
            new CloseCase()
        );
    }

    private Decision Apply(Decision decision)
    {
        foreach (var happened in decision.Events)
        {
            events.Add(happened);
            State = CaseEvolution.Evolve(State, happened);
            Row = CaseProjection.Apply(Row, happened);
        }

        return decision;
    }
}
