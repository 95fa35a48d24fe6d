using Approvals.Cases.Commands;
using Approvals.Cases.Events;
using static Approvals.Cases.Tests.CaseScenario;

namespace Approvals.Cases.Tests.Deciding;

/// <summary>Steps that wait for their signers, and a review that is taken back.</summary>
public sealed class SigningTests
{
    [Fact]
    public void The_reviewer_takes_back_what_is_his()
    {
        var scenario = Reviewed();
        scenario.Send(Approver, new WithdrawReview()).Rejection!.Code.ShouldBe("task.not-your-submission");
        scenario.Then(Reviewer, new WithdrawReview(" 日期写错了。 "));
        scenario.State!.Stage.ShouldBe(CaseStage.Reviewing);
        scenario.State.Review.ShouldBeNull();
        scenario.Events[^1].ShouldBeOfType<ReviewWithdrawn>().Reason.ShouldBe("日期写错了。");
        scenario.Send(Reviewer, new WithdrawReview()).Rejection!.Code.ShouldBe("case.wrong-stage");
    }

    [Fact]
    public void A_step_that_waits_for_signers_is_one_that_could_happen_now()
    {
        var scenario = Reviewed();
        scenario
            .Send(Approver, new SubmitStep(7, Refusal() with { Reasons = [] }))
            .Rejection!.Code.ShouldBe("case.reasons-missing");
        scenario.Send(Approver, new ReopenStep()).Rejection!.Code.ShouldBe("case.no-step-pending");
        scenario.Then(Approver, new SubmitStep(7, new ApproveCase("同意。")));
        scenario.State!.Stage.ShouldBe(CaseStage.Deciding);
        scenario.State.Pending.ShouldBe(new PendingStep(Approver.Id, 7, new ApproveCase("同意。")));
        scenario.Send(Approver, new SubmitStep(7, Refusal())).Rejection!.Code.ShouldBe("case.step-pending");

        scenario.Then(Approver, new ReopenStep(), new SubmitStep(7, Refusal()), Refusal());

        scenario.State!.Pending.ShouldBeNull();
        scenario.State.Stage.ShouldBe(CaseStage.Refused);
    }

    [Fact]
    public void Papers_of_an_earlier_step_may_come_while_signers_are_asked()
    {
        var scenario = Reviewed().Then(Approver, new SubmitStep(7, new ApproveCase()));

        scenario.Then(Worker, new RecordNotice(NoticeKind.Acceptance, Document(20)));

        scenario.State!.Pending.ShouldNotBeNull();
        scenario.Then(Owner, new WithdrawCase()).State!.Pending.ShouldBeNull();
    }
}
