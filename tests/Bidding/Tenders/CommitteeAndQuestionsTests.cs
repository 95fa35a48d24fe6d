using System.Collections.Immutable;
using Approvals.Bidding.Rules;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Tenders;
using Approvals.Bidding.Tests.Simulation;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;

namespace Approvals.Bidding.Tests.Tenders;

/// <summary>Questions before the deadline, and a report that some of the committee won't sign.</summary>
public sealed class CommitteeAndQuestionsTests
{
    private static readonly DateTimeOffset Deadline = new(2026, 10, 30, 9, 30, 0, CivilTime.Offset);
    private static readonly Actor Agent = new("p:2", ["agency@qingda"]);
    private static readonly Actor Nobody = Actor.System("tender-question");

    [Theory]
    [InlineData("2026-10-15", false, null)]
    [InlineData("2026-10-16", false, "tender.clarification-late")]
    [InlineData("2026-10-16", true, null)]
    public void An_answer_that_touches_the_bids_comes_15_days_before_the_deadline(
        string day,
        bool isHarmless,
        string? code
    )
    {
        var asked = After(Registering(), new AskQuestion(7, 70), Context(Nobody, "2026-10-10"));
        asked.Questions.ShouldBe([new TenderQuestion(7, asked.Questions[0].AskedAt, 70)]);
        var decision = TenderDecider.Decide(asked, new AnswerQuestion(7, 71, isHarmless), Context(Agent, day));
        decision.Rejection?.Code.ShouldBe(code);
        (decision.Event is QuestionAnswered { Question: 7, Document: 71 }).ShouldBe(code is null);
    }

    [Fact]
    public void Only_the_agency_answers_once_and_nobody_asks_after_the_deadline()
    {
        var asked = After(Registering(), new AskQuestion(7, 70), Context(Nobody, "2026-10-10"));
        Refused(asked, new AnswerQuestion(7, 71, false), Context(Nobody, "2026-10-11")).ShouldBe("tender.not-yours");
        var answered = After(asked, new AnswerQuestion(7, 71, false), Context(Agent, "2026-10-11"));
        Refused(answered, new AnswerQuestion(7, 72, true), Context(Agent, "2026-10-11"))
            .ShouldBe("tender.out-of-order");
        Refused(answered, new AskQuestion(8, 80), Context(Nobody, "2026-10-31")).ShouldBe("tender.out-of-order");
    }

    [Fact]
    public void Who_neither_signs_nor_says_why_agrees_when_more_than_half_have_signed()
    {
        var state = Ranked();
        for (var member = 0; member < 2; member++)
        {
            state = After(state, new SignReport(null), Context(Member(member), "2026-10-31"));
        }

        var close = new CloseReport("10 月 31 日当面拒绝签字，未说明理由");
        Refused(state, close, Context(Member(0), "2026-10-31")).ShouldBe("tender.signatures-few");
        state = After(state, new SignReport("价格分算错"), Context(Member(2), "2026-10-31"));
        Refused(state, close, Context(Member(3), "2026-10-31")).ShouldBe("tender.out-of-order");
        Refused(state, close, Context(new Actor("p:99", []), "2026-10-31")).ShouldBe("tender.not-member");
        Refused(state, new CloseReport(" "), Context(Member(0), "2026-10-31")).ShouldBe("tender.reason-missing");
        state = After(state, close, Context(Member(0), "2026-10-31"));
        state.Silent.ShouldBe(["p:13", "p:14"]);
        Refused(state, close, Context(Member(0), "2026-10-31")).ShouldBe("tender.out-of-order");
    }

    private static Actor Member(int number) => new("p:1" + number, ["expert@expert-pool"]);

    private static TenderState Ranked() =>
        Registering() with
        {
            Stage = TenderStage.Evaluating,
            Committee = [.. Enumerable.Range(0, 5).Select(each => "p:1" + each)],
            Results = [new LotResult(0, [])],
        };

    private static TenderState Registering() =>
        new()
        {
            Key = 1,
            Record = 2,
            Number = "QYZB-2026-0001",
            Declaration = new Declaration("路", TenderKind.Construction, "housing", "局", "1", "财政", 100, ["一"]),
            DeclaredAt = Deadline.AddDays(-40),
            Stage = TenderStage.Registering,
            Choice = new AgencyChoice(AgencyManner.Own, "qingda", "清达", "业绩最多", ["qingda"]),
            File = new TenderFile(
                ImmutableArray<TenderDocument>.Empty,
                new TenderDocument(6, "price.dmn", new string('b', 64), 10),
                30,
                [new Criterion("施工组织设计", 70)],
                90,
                1,
                Deadline,
                new SectionSizes(1024, 4096, 4096),
                4,
                "office",
                "监督办",
                "notary",
                "公证处"
            ),
        };

    private static TenderState After(TenderState state, TenderCommand command, TenderContext context) =>
        TenderEvolution.Evolve(state, TenderDecider.Decide(state, command, context).Event.ShouldNotBeNull());

    private static string? Refused(TenderState state, TenderCommand command, TenderContext context) =>
        TenderDecider.Decide(state, command, context).Rejection?.Code;

    private static TenderContext Context(Actor actor, string day)
    {
        using var file = File.OpenRead(Path.Combine(TestFormula.Root, "data/tenders/rules.json"));
        return new TenderContext(
            CivilTime.StartOf(DateOnly.Parse(day, null)).AddHours(10),
            actor,
            TenderRules.Read(file),
            HolidayFiles.Load(Path.Combine(TestFormula.Root, "data/holidays"))
        );
    }
}
