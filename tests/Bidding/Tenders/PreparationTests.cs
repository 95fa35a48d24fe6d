using Approvals.Bidding.Rules;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Tenders;
using Approvals.Bidding.Tests.Simulation;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;

namespace Approvals.Bidding.Tests.Tenders;

/// <summary>What may be declared and compiled, rule by rule, and the calendar that follows.</summary>
public sealed class PreparationTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 14, 9, 0, 0, CivilTime.Offset);
    private static readonly Actor Owner = new("p:1", ["tenderer@housing"]);
    private static readonly Actor Agent = new("p:2", ["agency@qingda"]);

    private static readonly Declaration Declared = new(
        "文庙路改造",
        TenderKind.Construction,
        "housing",
        "清源市住房和城乡建设局",
        "清发改审〔2026〕18 号",
        "市级财政",
        240_000_000,
        ["主体工程"]
    );

    [Theory]
    [InlineData("tender.ceiling", 240_000_001, 0, 30, "2026-10-12")]
    [InlineData("tender.deposit", 230_000_000, 4_800_001, 30, "2026-10-12")]
    [InlineData("tender.points-not-100", 230_000_000, 4_800_000, 31, "2026-10-12")]
    [InlineData("tender.deadline-early", 230_000_000, 4_800_000, 30, "2026-10-07")]
    [InlineData(null, 230_000_000, 4_800_000, 30, "2026-10-08")]
    public void A_file_keeps_the_rules(string? code, long ceiling, long deposit, int weight, string day)
    {
        var file = File(ceiling, deposit, weight, DateOnly.Parse(day, null));
        var decision = TenderDecider.Decide(Compiling(), new CompileFile(file), Context(Agent));
        decision.Rejection?.Code.ShouldBe(code);
        (decision.Event is FileCompiled).ShouldBe(code is null);
    }

    [Fact]
    public void Only_the_tenderer_declares_and_only_its_agency_compiles()
    {
        var declare = new DeclareTender(1, 2, 7, Declared);
        TenderDecider.Decide(null, declare, Context(Agent)).Rejection!.Code.ShouldBe("tender.not-yours");
        TenderDecider
            .Decide(null, declare, Context(Owner))
            .Event.ShouldBeOfType<TenderDeclared>()
            .Number.ShouldBe("QYZB-2026-0007");
        var file = File(230_000_000, 0, 30, new DateOnly(2026, 10, 12));
        TenderDecider
            .Decide(Compiling(), new CompileFile(file), Context(Owner))
            .Rejection!.Code.ShouldBe("tender.not-yours");
    }

    [Fact]
    public void A_draw_of_the_agency_is_recomputed()
    {
        var declared = State(Declaring());
        string[] candidates = ["a", "b", "c", "d"];
        var first = AgencyDraw.Of(declared.Number, [.. candidates], "3901.22")[0];
        foreach (var each in candidates)
        {
            var choice = new AgencyChoice(AgencyManner.Draw, each, each, "随机抽取", [.. candidates], "3901.22");
            var decision = TenderDecider.Decide(declared, new ChooseAgency(choice), Context(Owner));
            decision.Rejection?.Code.ShouldBe(each == first ? null : "tender.draw-other");
        }
    }

    [Fact]
    public void The_calendar_names_an_article_for_every_day_and_rolls_over_holidays()
    {
        var state = TenderEvolution.Evolve(
            Compiling(),
            new FileCompiled(Now, File(230_000_000, 0, 30, new DateOnly(2026, 10, 12)), "p:2")
        );
        var lines = TenderCalendar.Of(Rules(), Calendar(), state, Now);
        lines.ShouldAllBe(line => line.Date.Rule.Article.Length > 0);
        lines.Single(line => line.Id == "bidding-period").Date.Day.ShouldBe(new DateOnly(2026, 10, 8));
        lines.Single(line => line.Id == "objection-to-documents").Date.Day.ShouldBe(new DateOnly(2026, 10, 2));
    }

    [Fact]
    public void Events_read_back_as_they_were_written()
    {
        TenderEvent[] events =
        [
            Declaring(),
            new FileCompiled(Now, File(1, 2, 30, new DateOnly(2026, 10, 12)), "p:2"),
            new TenderAwarded(Now, [new Award(0, 1, "ab", "清源一建", 5)], new DateOnly(2026, 11, 1)),
            new QualificationJudged(
                Now,
                [new Qualification("ab", true), new Qualification("cd", false, "资质不符")],
                "p:3"
            ),
            new ReportSigned(Now, "p:3"),
            new BiddingFailed(Now, "TooFewBids"),
        ];
        foreach (var happened in events)
        {
            var bytes = TenderEventCodec.Write(happened);
            var read = TenderEventCodec.Read(TenderEventCodec.TypeNameOf(happened), 1, bytes);
            TenderEventCodec.Write(read).ShouldBe(bytes);
        }
    }

    private static TenderState Compiling() =>
        TenderEvolution.Evolve(
            State(Declaring()),
            new AgencyChosen(Now, new AgencyChoice(AgencyManner.Own, "qingda", "清达", "业绩最多", ["qingda"]), "p:1")
        );

    private static TenderState State(TenderEvent declared) => TenderEvolution.Evolve(null, declared);

    private static TenderDeclared Declaring() => new(Now, 1, 2, "QYZB-2026-0001", Declared, "p:1");

    private static TenderFile File(long ceiling, long deposit, int weight, DateOnly deadline) =>
        new(
            [new TenderDocument(5, "招标文件.pdf", new string('a', 64), 10)],
            new TenderDocument(6, "price.dmn", new string('b', 64), 10),
            weight,
            [new Criterion("施工组织设计", 70)],
            ceiling,
            deposit,
            CivilTime.StartOf(deadline).AddHours(9),
            new SectionSizes(1024, 4096, 4096),
            4,
            "office",
            "监督办",
            "notary",
            "公证处"
        );

    private static TenderContext Context(Actor actor) => new(Now, actor, Rules(), Calendar());

    private static TenderRules Rules()
    {
        using var file = System.IO.File.OpenRead(Path.Combine(TestFormula.Root, "data/tenders/rules.json"));
        return TenderRules.Read(file);
    }

    private static WorkingCalendar Calendar() => HolidayFiles.Load(Path.Combine(TestFormula.Root, "data/holidays"));
}
