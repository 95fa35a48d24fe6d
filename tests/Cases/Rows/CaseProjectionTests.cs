using Approvals.Cases.Clocks;
using Approvals.Cases.Commands;
using Approvals.Cases.Rows;
using static Approvals.Cases.Tests.CaseScenario;

namespace Approvals.Cases.Tests.Rows;

public sealed class CaseProjectionTests
{
    [Fact]
    public void A_new_row_says_who_wants_what_where()
    {
        var row = Submitted().Row!;
        row.Key.ShouldBe(4_018_226);
        row.QueryNumber.ShouldBe("202609160001");
        row.ItemName.ShouldBe("公共场所卫生许可");
        row.ApplicantName.ShouldBe("清源市澄泉浴场有限公司");
        row.Unit.ShouldBe("health");
        row.Step.ShouldBe("受理");
        row.AcceptedAt.ShouldBeNull();
        row.Result.ShouldBeNull();
    }

    [Fact]
    public void Each_turn_leaves_its_instant_and_step()
    {
        var scenario = Granted().Then(Owner, new RateCase(4, Channel.Online));
        var row = scenario.Row!;
        row.SubmittedAt.ShouldBeLessThan(row.AcceptedAt!.Value);
        row.AcceptedAt.Value.ShouldBeLessThan(row.DecidedAt!.Value);
        row.DecidedAt.Value.ShouldBeLessThan(row.ClosedAt!.Value);
        row.Step.ShouldBe("办结");
        row.Result.ShouldBe(CaseResult.Granted);
        row.LicenceIdentifier.ShouldBe(scenario.State!.Licence!.Identifier);
        row.Stars.ShouldBe(4);
    }

    [Fact]
    public void A_refused_case_shows_its_result_from_the_decision_on()
    {
        Refused().Row!.Result.ShouldBe(CaseResult.Refused);
        Refused().Row!.Step.ShouldBe("送达");
    }

    [Fact]
    public void A_correction_is_marked_and_comes_back_to_the_step_that_asked()
    {
        var scenario = Accepted().Then(Reviewer, new RequestCorrection([FieldPoint()]));
        scenario.Row!.Step.ShouldBe("一次性补正");
        scenario.Row.IsCorrected.ShouldBeTrue();
        scenario.Then(Owner, new SubmitCorrection([], Document(40)));
        scenario.Row!.Step.ShouldBe("审查");
    }

    [Fact]
    public void The_clock_of_a_row_survives_case_events()
    {
        var clock = new RowClock("promised", null, null, null, null, 0, 7);
        var scenario = Reviewed();
        var row = scenario.Row! with { Clock = clock };
        var approved = scenario.Send(Approver, new ApproveCase()).Events.Single();
        CaseProjection.Apply(row, approved).Clock.ShouldBe(clock);
    }
}
