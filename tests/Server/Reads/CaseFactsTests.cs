using Approvals.Cases;
using Approvals.Cases.Clocks;
using Approvals.Cases.Events;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Tests.Track;
using Approvals.Workflow.Diagram;
using Approvals.Workflow.Execution.Clocks;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Server.Tests.Reads;

/// <summary>What a case page is told, from the events of a real case.</summary>
public sealed class CaseFactsTests(GoldenCase golden) : IClassFixture<GoldenCase>
{
    [Fact]
    public async Task The_case_of_the_drawn_screens_is_due_on_14_October()
    {
        var facts = await FindAsync();
        var clock = facts.Clock.ShouldNotBeNull();
        clock.Id.ShouldBe("promised");
        clock.StartDay.ShouldBe(new DateOnly(2026, 9, 17));
        clock.StartedBy.ShouldBe("受理");
        clock.DueDay.ShouldBe(new DateOnly(2026, 10, 14));
        clock.Legal!.DueDay.ShouldBe(new DateOnly(2026, 11, 2));
        clock.Status.ShouldBe(ClockStatus.Running);
        (clock.UsedDays, clock.TodayNumber, clock.LeftDays).ShouldBe((4, 5, 2));
        clock.IsProvisional.ShouldBeFalse();
        var pause = clock.Pauses.ShouldHaveSingleItem();
        pause.ShouldBe(new CasePause(new DateOnly(2026, 9, 22), new DateOnly(2026, 10, 9), WorkingDays: 8, "审查补正"));
        facts.Light.ShouldBe(Light.Soon);
    }

    [Fact]
    public async Task The_process_knows_what_was_done_by_whom_and_what_is_expected()
    {
        var facts = await FindAsync();
        var steps = facts.Process.Steps;
        steps["accept"].Progress.ShouldBe(Progress.Done);
        steps["accept"]
            .By.ShouldBeOfType<Doer.Official>()
            .ShouldSatisfyAllConditions(by => by.Name.ShouldBe("林晓芸"), by => by.Window.ShouldBe("12"));
        steps["supplement"].By.ShouldBeOfType<Doer.Applicant>();
        steps["correct"].Progress.ShouldBe(Progress.Skipped);
        steps["review"].Progress.ShouldBe(Progress.Now);
        steps["review"].By.ShouldBeNull("nobody has claimed it again");
        steps
            .Values.Where(step => step.IsExpected && step.IsActivity)
            .Select(step => step.Element)
            .ShouldBe(["decide", "draft", "sign", "issue", "deliver"], ignoreOrder: true);
        steps["refuse"].IsExpected.ShouldBeFalse();
        facts.Process.TakenFlows.ShouldContain("f_gap");
        facts.Process.TakenFlows.ShouldNotContain("f_incomplete");
    }

    [Fact]
    public async Task The_history_names_people_and_hangs_the_notice_at_its_step()
    {
        var facts = await FindAsync();
        var accepted = facts.History.Single(happening => happening.Event is CaseAccepted);
        accepted.By.ShouldBeOfType<Doer.Official>().Unit.ShouldBe("卫健委");
        accepted.Documents.ShouldHaveSingleItem().Caption.ShouldBe(nameof(NoticeKind.Acceptance));
        facts.History[0].By.ShouldBeOfType<Doer.Applicant>();
        facts.Proof.Leaf.Length.ShouldBe(32);
        facts.Proof.Position.ShouldBe(facts.History.Max(happening => happening.Proof.Position));
    }

    private async Task<CaseFacts> FindAsync()
    {
        var facts = await golden.Host.AskAsync(services =>
            services.GetRequiredService<CaseFactsQuery>().FindAsync(golden.Key, TestContext.Current.CancellationToken)
        );
        return facts.ShouldNotBeNull();
    }
}
