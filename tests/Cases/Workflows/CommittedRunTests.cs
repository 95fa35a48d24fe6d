using Approvals.Workflow.Execution.Events;
using static Approvals.Cases.Tests.Workflows.ProcessRun;

namespace Approvals.Cases.Tests.Workflows;

/// <summary>承诺件 by the engine: the four ways through it cover every element and flow.</summary>
public sealed class CommittedRunTests
{
    [Fact]
    public void Accepted_reviewed_approved_delivered()
    {
        var run = Straight();
        run.IsOver.ShouldBeTrue();
        Steps(run)
            .ShouldBe([
                "submitted",
                "accept",
                "accept_outcome",
                "accept_notice",
                "review",
                "review_outcome",
                "decide",
                "decide_outcome",
                "draft",
                "sign",
                "issue",
                "deliver",
                "completed",
            ]);
    }

    [Fact]
    public void Corrected_before_acceptance_and_refused()
    {
        var run = CorrectedAndRefused();
        run.IsOver.ShouldBeTrue();
        run.Visited.ShouldContain("correction_notice");
        run.Visited[^1].ShouldBe("refused");
    }

    [Fact]
    public void Not_accepted()
    {
        var run = Declined();
        run.IsOver.ShouldBeTrue();
        run.Visited[^1].ShouldBe("declined");
        run.Events.OfType<ClockStarted>().Select(clock => clock.ClockId).ShouldBe(["acceptance"]);
    }

    [Fact]
    public void Supplemented_opposed_sent_back_and_approved_in_the_end()
    {
        var run = Winding();
        run.IsOver.ShouldBeTrue();
        Steps(run).Count(step => step == "review").ShouldBe(3);
        run.Visited[^1].ShouldBe("completed");
    }

    [Fact]
    public void The_clocks_give_the_dates_of_the_design()
    {
        var run = new ProcessRun("workflows/committed.bpmn")
            .On(9, 17, 11)
            .Complete(Clerk, "accept", "accept")
            .On(9, 22)
            .Complete(Reviewer, "review", "correct")
            .On(10, 9, 16)
            .Complete(Citizen, "supplement");
        Due(run, "promised").ShouldBe(new DateOnly(2026, 10, 14));
        Due(run, "legal").ShouldBe(new DateOnly(2026, 11, 2));
        run.On(10, 12).Complete(Reviewer, "review", "pass").On(10, 14, 14).Complete(Approver, "decide", "approve");
        run.Events.OfType<ClockStopped>()
            .Where(stopped => stopped.Day == new DateOnly(2026, 10, 14))
            .Select(stopped => stopped.ClockId)
            .ShouldBe(["promised", "legal"], ignoreOrder: true);
    }

    [Fact]
    public void A_case_that_is_sent_back_keeps_its_clocks_running()
    {
        var run = new ProcessRun("workflows/committed.bpmn")
            .Complete(Clerk, "accept", "accept")
            .Complete(Reviewer, "review", "oppose")
            .Return(Approver, "decide", "review");
        run.Events.OfType<ClockStarted>().Count(clock => clock.ClockId == "promised").ShouldBe(1);
        run.Events.OfType<ClockStopped>().ShouldNotContain(clock => clock.ClockId == "promised");
    }

    [Fact]
    public void Nobody_decides_what_he_reviewed_and_strangers_do_nothing()
    {
        var run = new ProcessRun("workflows/committed.bpmn");
        run.TryComplete(Reviewer, "accept").ShouldNotBeNull();
        run.Complete(Clerk, "accept", "accept").Complete(Reviewer, "review", "pass");
        run.TryComplete(Reviewer, "approve").ShouldNotBeNull();
        run.TryComplete(Clerk, "approve").ShouldNotBeNull();
        run.At.ShouldBe("decide");
        run.Complete(Approver, "decide", "approve").IsOver.ShouldBeTrue();
    }

    private static ProcessRun Straight() =>
        new ProcessRun("workflows/committed.bpmn")
            .Complete(Clerk, "accept", "accept")
            .Complete(Reviewer, "review", "pass")
            .Complete(Approver, "decide", "approve");

    private static ProcessRun CorrectedAndRefused() =>
        new ProcessRun("workflows/committed.bpmn")
            .Complete(Clerk, "accept", "correct")
            .Complete(Citizen, "correct")
            .Complete(Clerk, "accept", "accept")
            .Complete(Reviewer, "review", "oppose")
            .Complete(Approver, "decide", "refuse");

    private static ProcessRun Declined() =>
        new ProcessRun("workflows/committed.bpmn").Complete(Clerk, "accept", "reject");

    private static ProcessRun Winding() =>
        new ProcessRun("workflows/committed.bpmn")
            .Complete(Clerk, "accept", "accept")
            .Complete(Reviewer, "review", "correct")
            .Complete(Citizen, "supplement")
            .Complete(Reviewer, "review", "oppose")
            .Return(Approver, "decide", "review")
            .Complete(Reviewer, "review", "pass")
            .Complete(Approver, "decide", "approve");

    private static List<string> Steps(ProcessRun run) =>
        run.Visited.Where(id => !id.StartsWith("f_", StringComparison.Ordinal)).ToList();

    private static DateOnly Due(ProcessRun run, string clock) =>
        run.Events.OfType<ClockResumed>().Single(resumed => resumed.ClockId == clock).Dates.DueDay;
}
