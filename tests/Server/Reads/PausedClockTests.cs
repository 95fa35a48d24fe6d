using Approvals.Cases.Clocks;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Tests.Track;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Server.Tests.Reads;

/// <summary>A clock that stands. A host has one clock, which only moves forward: each of these stories has a host of its own.</summary>
public sealed class PausedClockTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task While_a_clock_stands_the_date_is_what_it_would_be_if_it_went_on()
    {
        await host.Cases.AtAsync(10, 19);
        var key = await host.Cases.SubmitAsync("周文彬");
        await host.Cases.AcceptAsync(key);
        await host.Cases.AtAsync(10, 21);
        await host.Cases.AskInReviewAsync(key, CaseScenario.Wrong(CaseScenario.FloorPlan, "缺排水位置"));
        await host.Cases.AtAsync(10, 23);
        var facts = await FindAsync(key);
        facts.Light.ShouldBe(Light.Paused);
        facts.Clock!.IsPaused.ShouldBeTrue();
        facts.Clock.Pauses.ShouldHaveSingleItem().WorkingDays.ShouldBe(3);
        facts.Clock.UsedDays.ShouldBe(1);
        facts.Clock.LeftDays.ShouldBe(6);
        facts.Clock.DueDay.ShouldBe(new DateOnly(2026, 11, 2));
        facts.State.Correction!.Points.ShouldHaveSingleItem();
    }

    private async Task<CaseFacts> FindAsync(long key)
    {
        var facts = await host.AskAsync(services =>
            services.GetRequiredService<CaseFactsQuery>().FindAsync(key, TestContext.Current.CancellationToken)
        );
        return facts.ShouldNotBeNull();
    }
}
