using Approvals.Cases.Clocks;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Tests.Track;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Server.Tests.Reads;

/// <summary>A clock that has run out.</summary>
public sealed class OverdueClockTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task An_overdue_case_counts_the_days_beyond_its_promise()
    {
        await host.Cases.AtAsync(11, 9);
        var key = await host.Cases.SubmitAsync("陈丽娟");
        await host.Cases.AcceptAsync(key);
        await host.Cases.AtAsync(11, 20);
        var facts = await FindAsync(key);
        facts.Light.ShouldBe(Light.Late);
        facts.Clock!.DueDay.ShouldBe(new DateOnly(2026, 11, 18));
        facts.Clock.LeftDays.ShouldBe(0);
        facts
            .Clock.Days.Count(day => day.Number > 0 && day.Day > facts.Clock.DueDay && day.Day <= facts.Clock.Today)
            .ShouldBe(2);
    }

    private async Task<CaseFacts> FindAsync(long key)
    {
        var facts = await host.AskAsync(services =>
            services.GetRequiredService<CaseFactsQuery>().FindAsync(key, TestContext.Current.CancellationToken)
        );
        return facts.ShouldNotBeNull();
    }
}
