using Approvals.Cases.Commands;
using Approvals.Cases.Events;
using Approvals.Cases.Rows;
using Approvals.Kernel;
using FsCheck;
using FsCheck.Fluent;
using static Approvals.Cases.Tests.CaseScenario;

namespace Approvals.Cases.Tests.Deciding;

/// <summary>What holds of every history that any people can bring about by sending commands in any order.</summary>
public sealed class CaseInvariantsTests
{
    private static readonly Actor[] Actors = [Owner, Stranger, Clerk, Reviewer, Approver, Worker];

    private static readonly CaseCommand[] Commands =
    [
        Submit(),
        new AcceptCase(),
        new DeclineCase("不属于本机关职权。", "文化和旅游局"),
        new DeclineCase("", ""),
        new RequestCorrection([Point(), FieldPoint()]),
        new RequestCorrection([]),
        new SubmitCorrection([File("卫生检测或评价报告", 41)], Document(40)),
        new SubmitCorrection([]),
        new ReviewCase(Recommendation.Grant, "合格。"),
        new ReviewCase(Recommendation.Refuse, "不合格。"),
        new SendBackCase("再核对。"),
        new WithdrawReview(),
        new SubmitStep(1, new ApproveCase()),
        new SubmitStep(1, new RequestCorrection([Point()])),
        new ReopenStep(),
        new ApproveCase(),
        Refusal(),
        Refusal() with
        {
            Reasons = [],
        },
        new RecordNotice(NoticeKind.Acceptance, Document(20)),
        new RecordNotice(NoticeKind.Approval, Document(21)),
        new RecordNotice(NoticeKind.Refusal, Document(22)),
        new RecordNotice(NoticeKind.NonAcceptance, Document(23)),
        new IssueLicence("1.2.156.3005.2.X.Y.Z.001.0", Document(24)),
        new CloseCase(),
        new RateCase(4, Channel.Online),
        new RateCase(9, Channel.Online),
        new WithdrawCase(),
        new RequestExtension(10, "检测样品须复检。"),
        new RequestExtension(11, "检测样品须复检。"),
        new GrantExtension("卫生健康委员会主任"),
        new DeclineExtension("时限内可以办结。"),
        new ReturnCase(ReturnGround.NotCompetent, "书店不属于公共场所。", "文化和旅游局窗口 11 号"),
        new ReturnCase(ReturnGround.NotCompetent, "", ""),
        new ChangeType(CaseType.Joint, "涉及消防条件。", 0, [new("fire", 3)]),
        new ChangeType(CaseType.GreenChannel, "市重点项目。", 3, []),
        new ChangeType(CaseType.Committed, "不再急办。", 0, []),
        new RecordNotice(NoticeKind.Return, Document(25)),
    ];

    // Most steps are the usual next one of the stage, so that histories reach their ends; the others are anything by anybody.
    private static readonly Gen<Step> AnyStep =
        from usual in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        from choice in Gen.Choose(0, 5)
        from actor in Gen.Elements(Actors)
        from command in Gen.Elements(Commands)
        select new Step(usual, choice, actor, command);

    private static readonly Arbitrary<CaseScenario> Histories = Arb.ToArbitrary(
        from steps in AnyStep.ListOf(40)
        select Play(steps)
    );

    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(400);

    [Fact]
    public void There_are_never_two_corrections() =>
        Hold(history => history.Events.OfType<CorrectionRequested>().Count() <= 1);

    [Fact]
    public void Nothing_is_reviewed_or_decided_before_acceptance() =>
        Hold(history =>
            history
                .Events.TakeWhile(happened => happened is not CaseAccepted)
                .All(happened => happened is not (CaseReviewed or CaseApproved or CaseRefused or LicenceIssued))
        );

    [Fact]
    public void There_is_at_most_one_decision() =>
        Hold(history =>
            history.Events.Count(happened =>
                happened is CaseApproved or CaseRefused or CaseNotAccepted or CaseReturned or CaseWithdrawn
            ) <= 1
        );

    [Fact]
    public void There_is_at_most_one_extension_and_none_is_longer_than_the_law_allows() =>
        Hold(history =>
            history.Events.OfType<ExtensionGranted>().Count() <= 1
            && history.Events.OfType<ExtensionGranted>().All(granted => granted.Days <= 15)
        );

    [Fact]
    public void Whoever_is_sent_away_knows_why_and_where_to_go() =>
        Hold(history =>
            history
                .Events.OfType<CaseReturned>()
                .All(returned => returned.Reason.Length > 0 && returned.WhereToGo.Length > 0)
        );

    [Fact]
    public void Every_refusal_has_reasons_and_remedies() =>
        Hold(history =>
            history
                .Events.OfType<CaseRefused>()
                .All(refused => refused.Reasons.Count > 0 && refused.Remedies.Length > 0)
        );

    [Fact]
    public void No_case_is_closed_without_the_paper_of_its_result() =>
        Hold(history =>
            history.State?.Stage != CaseStage.Closed
            || history.State.Result switch
            {
                CaseResult.Granted => history.State.LicenceDocument is not null,
                CaseResult.Refused => history.State.Notices.ContainsKey(NoticeKind.Refusal),
                CaseResult.Returned => history.State.Notices.ContainsKey(NoticeKind.Return),
                CaseResult.NotAccepted => history.State.Notices.ContainsKey(NoticeKind.NonAcceptance),
                _ => false,
            }
        );

    [Fact]
    public void After_the_end_there_is_only_one_rating() =>
        Hold(history =>
            history
                .Events.SkipWhile(happened => happened is not (CaseClosed or CaseWithdrawn))
                .Skip(1)
                .All(happened => happened is CaseRated or NoticeIssued)
            && history.Events.OfType<CaseRated>().Count() <= 1
        );

    [Fact]
    public void Refolding_gives_the_same_row_and_stage() =>
        Hold(history =>
            history.Events.Aggregate((CaseRow?)null, (row, happened) => CaseProjection.Apply(row, happened))
                == history.Row
            && CaseEvolution.Fold(history.Events)?.Stage == history.State?.Stage
        );

    [Fact]
    public void Row_and_state_agree() =>
        Hold(history =>
            history.Row?.Stage == history.State?.Stage
            && (history.State is null || (history.Row!.AcceptedAt is not null) == history.State.IsAccepted)
        );

    [Fact]
    public void A_journal_read_back_folds_to_the_same_case() =>
        Hold(history =>
        {
            var read = history.Events.Select(happened =>
                CaseEventCodec.Read(CaseEventCodec.TypeNameOf(happened), 1, CaseEventCodec.Write(happened))
            );
            return read.Aggregate((CaseRow?)null, (row, happened) => CaseProjection.Apply(row, happened))
                == history.Row;
        });

    [Fact]
    public void Histories_do_reach_every_end()
    {
        var ends = Gen.Sample(AnyStep.ListOf(40), 40, 400).Select(steps => Play(steps).State?.Result).ToHashSet();
        ends.ShouldBeSubsetOf([null, .. Enum.GetValues<CaseResult>().Cast<CaseResult?>()]);
        // Only what was given on a promise can be revoked; the case here is a committed one.
        foreach (var result in Enum.GetValues<CaseResult>().Where(each => each != CaseResult.Revoked))
        {
            ends.ShouldContain(result);
        }
    }

    private static void Hold(Func<CaseScenario, bool> property) => Check.One(Config, Prop.ForAll(Histories, property));

    private static CaseScenario Play(IEnumerable<Step> steps)
    {
        var scenario = new CaseScenario();
        foreach (var step in steps)
        {
            var (actor, command) = step.IsUsual ? Usual(scenario.State, step.Choice) : (step.Actor, step.Command);
            scenario.Send(actor, command);
        }

        return scenario;
    }

    private static (Actor, CaseCommand) Usual(CaseState? state, int choice) =>
        (state?.Stage, choice) switch
        {
            (null, _) => (Owner, Submit()),
            (CaseStage.Submitted, 0) => (Clerk, new DeclineCase("不属于本机关职权。", "文化和旅游局")),
            (CaseStage.Submitted, 2) => (
                Clerk,
                new ReturnCase(ReturnGround.NotCompetent, "书店不属于公共场所。", "文化和旅游局窗口 11 号")
            ),
            (CaseStage.Returned, < 3) => (Worker, new RecordNotice(NoticeKind.Return, Document(25))),
            (CaseStage.Reviewing, 3) when state.ExtendedDays == 0 => (
                Reviewer,
                new RequestExtension(10, "检测样品须复检。")
            ),
            (CaseStage.Extending, 0) => (Approver, new DeclineExtension("时限内可以办结。")),
            (CaseStage.Extending, _) => (Approver, new GrantExtension("卫生健康委员会主任")),
            (CaseStage.Submitted or CaseStage.Reviewing, 1) => (Clerk, new RequestCorrection([Point(), FieldPoint()])),
            (CaseStage.Submitted, _) => (Clerk, new AcceptCase()),
            (CaseStage.CorrectingForAcceptance or CaseStage.CorrectingForReview, _) => (
                Owner,
                new SubmitCorrection([File("卫生检测或评价报告", 41)], Document(40))
            ),
            (CaseStage.Reviewing, 2) when state.Correction is not null => (Owner, new WithdrawCase()),
            (CaseStage.Reviewing, _) => (Reviewer, new ReviewCase(Recommendation.Grant, "合格。")),
            (CaseStage.Deciding, 0) => (Approver, new SendBackCase("再核对。")),
            (CaseStage.Deciding, 1 or 2) => (Approver, Refusal()),
            (CaseStage.Deciding, _) => (Approver, new ApproveCase()),
            (CaseStage.Approved, _) => (Worker, new IssueLicence(state.Licence!.Identifier, Document(24))),
            (CaseStage.Refused, < 3) => (Worker, new RecordNotice(NoticeKind.Refusal, Document(22))),
            (CaseStage.NotAccepted, < 3) => (Worker, new RecordNotice(NoticeKind.NonAcceptance, Document(23))),
            (CaseStage.Closed, _) => (Owner, new RateCase(4, Channel.Online)),
            _ => (Worker, new CloseCase()),
        };

    private sealed record Step(bool IsUsual, int Choice, Actor Actor, CaseCommand Command);
}
