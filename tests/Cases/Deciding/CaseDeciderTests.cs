using Approvals.Cases.Commands;
using Approvals.Cases.Events;
using static Approvals.Cases.Tests.CaseScenario;

namespace Approvals.Cases.Tests.Deciding;

public sealed class CaseDeciderTests
{
    [Fact]
    public void A_submission_is_numbered_before_anything_else()
    {
        var submitted = Submitted().Events.Single().ShouldBeOfType<CaseSubmitted>();
        submitted.CaseNumber.ShouldBe(Repository.Hygiene.Item.ImplementationCode + "202609160001");
        submitted.QueryNumber.ShouldBe("202609160001");
        submitted.ItemVersion.ShouldBe(3);
        submitted.PromisedDays.ShouldBe(7);
        submitted.LegalDays.ShouldBe(20);
        new CaseScenario().Send(Clerk, new AcceptCase()).Rejection!.Code.ShouldBe("case.unknown");
    }

    [Fact]
    public void The_day_of_a_number_is_the_civil_day()
    {
        var scenario = new CaseScenario { Now = new(2026, 9, 16, 16, 30, 0, TimeSpan.Zero) };
        scenario.Then(Owner, Submit()).State!.QueryNumber.ShouldStartWith("20260917");
    }

    [Fact]
    public void From_application_to_rating()
    {
        var scenario = Granted().Then(Owner, new RateCase(5, Channel.Online, Document(31)));
        scenario
            .Events.Select(CaseEventCodec.TypeNameOf)
            .ShouldBe([
                "case.submitted",
                "case.accepted",
                "case.reviewed",
                "case.approved",
                "case.notice-issued",
                "case.licence-issued",
                "case.closed",
                "case.rated",
            ]);
        scenario.State!.Result.ShouldBe(CaseResult.Granted);
    }

    [Fact]
    public void The_licence_is_fixed_by_the_approval()
    {
        var licence = Approved().State!.Licence!;
        licence.Number.ShouldBe("卫证字〔2026〕第 0001 号");
        licence.Identifier.ShouldStartWith("1.2.156.3005.2.11990100MB0QY0181Y020.990100.202600001.001.");
        licence.ValidFrom.ShouldBe(new DateOnly(2026, 9, 16));
        licence.ValidTo.ShouldBe(new DateOnly(2030, 9, 15));
        licence.Holder.ShouldBe("清源市澄泉浴场有限公司");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void There_is_exactly_one_correction_whoever_asks(bool inReview)
    {
        var scenario = inReview ? Accepted() : Submitted();
        scenario.Then(inReview ? Reviewer : Clerk, new RequestCorrection([Point(), FieldPoint()]));
        scenario.State!.Stage.IsCorrecting().ShouldBeTrue();
        scenario.Then(Owner, new SubmitCorrection([File("卫生检测或评价报告", 41)], Document(40)));
        scenario.State!.Stage.ShouldBe(inReview ? CaseStage.Reviewing : CaseStage.Submitted);
        scenario.State.Form.ShouldBe(Document(40));
        scenario
            .State.Documents.Where(document => document.Material == "卫生检测或评价报告")
            .Single()
            .Document.ShouldBe(Document(41));
        scenario.State.Documents.Count.ShouldBe(4);

        var second = scenario.Send(Clerk, new RequestCorrection([Point("卫生管理制度文本")])).Rejection!;
        second.Code.ShouldBe("case.second-correction");
        second.Arguments!["notice"].ShouldBe("卫补字〔2026〕第 0001 号");
    }

    [Fact]
    public void A_correction_before_acceptance_forbids_one_in_the_review()
    {
        var scenario = Submitted()
            .Then(Clerk, new RequestCorrection([FieldPoint()]))
            .Then(Owner, new SubmitCorrection([], Document(40), Document(42)))
            .Then(Clerk, new AcceptCase());
        scenario.Send(Reviewer, new RequestCorrection([Point()])).Rejection!.Code.ShouldBe("case.second-correction");
    }

    public static TheoryData<string, CorrectionPoint[]> BadCorrections =>
        new()
        {
            { "case.correction-empty", [] },
            { "case.correction-without-reason", [Point() with { Reason = " " }] },
            { "case.correction-without-target", [Point() with { Name = "" }] },
            { "case.unlisted-material", [Point("营业执照")] },
            { "case.correction-double", [Point(), Point()] },
        };

    [Theory]
    [MemberData(nameof(BadCorrections))]
    public void A_correction_says_completely_what_and_why(string code, CorrectionPoint[] points) =>
        Submitted().Send(Clerk, new RequestCorrection(points)).Rejection!.Code.ShouldBe(code);

    [Fact]
    public void A_correction_is_answered_completely()
    {
        var scenario = Submitted().Then(Clerk, new RequestCorrection([Point(), FieldPoint()]));
        var half = scenario.Send(Owner, new SubmitCorrection([File("卫生检测或评价报告")])).Rejection!;
        half.Code.ShouldBe("case.correction-incomplete");
        half.Arguments!["point"].ShouldBe("浴池数量");
        scenario
            .Send(Owner, new SubmitCorrection([], Document(40)))
            .Rejection!.Arguments!["point"]
            .ShouldBe("卫生检测或评价报告");
    }

    [Fact]
    public void A_paper_made_from_the_answers_is_corrected_in_the_form()
    {
        var scenario = Submitted().Then(Clerk, new RequestCorrection([Point("卫生许可证申请表")]));
        scenario.Then(Owner, new SubmitCorrection([], Document(40)));
        scenario.State!.Stage.ShouldBe(CaseStage.Submitted);
    }

    public static TheoryData<string, SubmitCase> BadSubmissions
    {
        get
        {
            var good = Submit();
            return new()
            {
                { "case.material-missing", good with { Documents = [.. good.Documents.Skip(1)] } },
                { "case.unlisted-material", good with { Documents = [.. good.Documents, File("营业执照")] } },
                {
                    "case.empty-file",
                    good with
                    {
                        Documents = [good.Documents[0] with { Bytes = 0 }, .. good.Documents.Skip(1)],
                    }
                },
                { "case.not-yours", good with { Applicant = good.Applicant with { PersonId = "p:1002" } } },
                { "case.applicant-unnamed", good with { Applicant = good.Applicant with { DisplayName = " " } } },
            };
        }
    }

    [Theory]
    [MemberData(nameof(BadSubmissions))]
    public void A_bad_submission_gets_no_number(string code, SubmitCase submit) =>
        new CaseScenario().Send(Owner, submit).Rejection!.Code.ShouldBe(code);

    [Fact]
    public void A_clerk_submits_for_somebody_at_the_window()
    {
        var scenario = new CaseScenario().Then(Clerk, Submit() with { Channel = Channel.Window });
        scenario.State!.Applicant.PersonId.ShouldBe("p:1001");
        scenario.Events[0].ShouldBeOfType<CaseSubmitted>().By.ShouldBe("p:2001");
    }

    [Fact]
    public void An_item_that_does_not_hold_yet_takes_no_case() =>
        new CaseScenario { Now = new(2026, 7, 31, 8, 0, 0, TimeSpan.Zero) }
            .Send(Owner, Submit())
            .Rejection!.Code.ShouldBe("item.not-effective");

    [Fact]
    public void Another_persons_case_is_not_touched()
    {
        Submitted().Send(Stranger, new WithdrawCase()).Rejection!.Code.ShouldBe("case.not-yours");
        Granted().Send(Stranger, new RateCase(1, Channel.Online)).Rejection!.Code.ShouldBe("case.not-yours");
        Submitted()
            .Then(Clerk, new RequestCorrection([FieldPoint()]))
            .Send(Stranger, new SubmitCorrection([], Document(40)))
            .Rejection!.Code.ShouldBe("case.not-yours");
    }

    [Fact]
    public void Papers_and_endings_are_the_systems()
    {
        var approved = Approved();
        var identifier = approved.State!.Licence!.Identifier;
        foreach (
            var command in new CaseCommand[]
            {
                new RecordNotice(NoticeKind.Approval, Document(1)),
                new IssueLicence(identifier, Document(1)),
                new CloseCase(),
            }
        )
        {
            approved.Send(Approver, command).Rejection!.Code.ShouldBe("case.system-only");
        }
    }

    [Fact]
    public void A_case_is_not_closed_without_the_paper_of_its_result()
    {
        Approved().Send(Worker, new CloseCase()).Rejection!.Code.ShouldBe("case.no-result");
        Refused().Send(Worker, new CloseCase()).Rejection!.Code.ShouldBe("case.no-result");
        Accepted().Send(Worker, new CloseCase()).Rejection!.Code.ShouldBe("case.no-result");
        var refused = Refused().Then(Worker, new RecordNotice(NoticeKind.Refusal, Document(21)), new CloseCase());
        refused.State!.Result.ShouldBe(CaseResult.Refused);
    }

    [Fact]
    public void A_repeated_report_of_a_worker_changes_nothing_and_another_paper_is_refused()
    {
        var scenario = Granted();
        var identifier = scenario.State!.Licence!.Identifier;
        var before = scenario.Events.Count;
        scenario.Then(
            Worker,
            new RecordNotice(NoticeKind.Approval, Document(21)),
            new IssueLicence(identifier, Document(22)),
            new CloseCase()
        );
        scenario.Events.Count.ShouldBe(before);
        scenario
            .Send(Worker, new RecordNotice(NoticeKind.Approval, Document(99)))
            .Rejection!.Code.ShouldBe("case.notice-exists");
        scenario
            .Send(Worker, new IssueLicence(identifier, Document(99)))
            .Rejection!.Code.ShouldBe("case.licence-exists");
    }

    [Fact]
    public void Only_the_approved_licence_is_issued()
    {
        Approved()
            .Send(Worker, new IssueLicence("1.2.156.3005.2.X.Y.Z.001.0", Document(22)))
            .Rejection!.Code.ShouldBe("case.licence-not-approved");
        Refused()
            .Send(Worker, new IssueLicence("1.2.156.3005.2.X.Y.Z.001.0", Document(22)))
            .Rejection!.Code.ShouldBe("case.licence-not-approved");
    }

    [Fact]
    public void A_refusal_gives_reasons_and_remedies()
    {
        var good = Refusal();
        Reviewed().Send(Approver, good with { Reasons = [] }).Rejection!.Code.ShouldBe("case.reasons-missing");
        Reviewed().Send(Approver, good with { Reasons = ["a", " "] }).Rejection!.Code.ShouldBe("case.reasons-missing");
        Reviewed().Send(Approver, good with { Remedies = "" }).Rejection!.Code.ShouldBe("case.remedies-missing");
    }

    [Fact]
    public void Not_accepting_says_why_and_where_to_go()
    {
        Submitted().Send(Clerk, new DeclineCase("", "x")).Rejection!.Code.ShouldBe("case.reason-missing");
        Submitted().Send(Clerk, new DeclineCase("x", " ")).Rejection!.Code.ShouldBe("case.where-missing");
        var declined = Submitted()
            .Then(Clerk, new DeclineCase("书店开业后三十日内备案，不需许可。", "文化和旅游局窗口 11 号"))
            .Then(Worker, new RecordNotice(NoticeKind.NonAcceptance, Document(21)), new CloseCase());
        declined.State!.Result.ShouldBe(CaseResult.NotAccepted);
        declined.State.IsAccepted.ShouldBeFalse();
    }

    [Fact]
    public void An_opinion_can_be_against_and_the_approver_may_ask_again()
    {
        Accepted()
            .Send(Reviewer, new ReviewCase(Recommendation.Refuse, ""))
            .Rejection!.Code.ShouldBe("case.opinion-missing");
        var scenario = Accepted().Then(Reviewer, new ReviewCase(Recommendation.Refuse, "池水不合格。"));
        scenario.Send(Approver, new SendBackCase(" ")).Rejection!.Code.ShouldBe("case.reason-missing");
        scenario.Then(Approver, new SendBackCase("请核对采样日期。"));
        scenario.State!.Stage.ShouldBe(CaseStage.Reviewing);
        scenario.State.Review.ShouldBeNull();
    }

    [Fact]
    public void Until_the_decision_the_applicant_may_withdraw()
    {
        foreach (var scenario in new[] { Submitted(), Accepted(), Reviewed() })
        {
            scenario.Then(Owner, new WithdrawCase()).State!.Result.ShouldBe(CaseResult.Withdrawn);
            scenario.Send(Clerk, new AcceptCase()).Rejection!.Code.ShouldBe("case.wrong-stage");
        }

        foreach (var scenario in new[] { Approved(), Refused(), Granted() })
        {
            scenario.Send(Owner, new WithdrawCase()).Rejection!.Code.ShouldBe("case.already-decided");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void A_rating_has_one_to_five_stars(int stars) =>
        Granted().Send(Owner, new RateCase(stars, Channel.Online)).Rejection!.Code.ShouldBe("case.stars-out-of-range");

    [Fact]
    public void One_rating_after_the_end()
    {
        Approved().Send(Owner, new RateCase(5, Channel.Online)).Rejection!.Code.ShouldBe("case.not-closed");
        var rated = Granted().Then(Owner, new RateCase(1, Channel.Online));
        rated.Send(Owner, new RateCase(5, Channel.Online)).Rejection!.Code.ShouldBe("case.already-rated");
    }

    [Fact]
    public void Commands_that_take_a_number_name_their_series()
    {
        var context = new CaseContext(
            new(2026, 9, 16, 2, 42, 0, TimeSpan.Zero),
            Clerk,
            Repository.Hygiene,
            Repository.Health,
            1
        );
        CaseDecider.SeriesOf(Submit(), context).ShouldBe("case/20260916");
        CaseDecider.SeriesOf(new AcceptCase(), context).ShouldBe("document/health/Acceptance/2026");
        CaseDecider.SeriesOf(new CloseCase(), context).ShouldBeNull();
    }
}
