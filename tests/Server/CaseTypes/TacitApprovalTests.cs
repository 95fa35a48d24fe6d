using Approvals.Cases.Catalogue;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Turns;
using Approvals.Server.Tests.Apply;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.CaseTypes;

/// <summary>超时默许: the promise over, an item with a rule grants, one without escalates.</summary>
public sealed class TacitApprovalTests(WorkingCity city) : IClassFixture<WorkingCity>
{
    [Fact]
    public async Task Only_an_item_with_a_rule_is_granted_by_silence()
    {
        var without = await AcceptedAsync();
        await GiveRuleAsync();
        var with = await AcceptedAsync();
        await city.PassAsync(TimeSpan.FromDays(14));

        await city.UntilStageAsync(with, "Closed");
        city.Row(with).Result.ShouldBe("Granted");
        city.Papers(with).ShouldContain("Approval");
        city.Papers(with).Count.ShouldBe(3);
        var approver = await city.SignInAsync("jiangruolan");
        (await approver.GetAsync($"/work/cases/{with}")).TextOf("main").ShouldContain("超时默许：本中心默许办法第四条");
        city.Row(without).Stage.ShouldBe("Reviewing");
        var supervisor = await city.SignInAsync("fangjingyi");
        (await supervisor.GetAsync($"/supervise/cases/{without}")).Body.ShouldContain("R-01");
    }

    private async Task<long> AcceptedAsync()
    {
        var applicant = await city.RegisterAsync(Applicants.Bathhouse);
        var key = await WorkingCity.ApplyAsync(
            applicant,
            "QY010",
            Sending.Of(),
            Applicants.Venue,
            Applicants.Papers,
            Applicants.Promise
        );
        await city.DecideAsync(await city.SignInAsync("linxiaoyun"), key, "accept", "accept");
        return key;
    }

    /// <summary>The next version of the item; the case before stays on its own.</summary>
    private async Task GiveRuleAsync()
    {
        var today = CivilTime.DateOf(city.Clock.GetUtcNow());
        await city.Platform.SendAsync(
            Actor.System("test"),
            scope =>
            {
                var item = city.Platform.Cases.Items.FindEffective(scope.Session, "QY010", today)!.Item;
                var ruled = item with { Handling = new ItemHandling(Silence: new Silence("本中心默许办法第四条")) };
                city.Platform.Cases.Items.Publish(scope, ruled, today).ShouldBeEmpty();
                return TurnAnswer.Done();
            }
        );
    }
}
