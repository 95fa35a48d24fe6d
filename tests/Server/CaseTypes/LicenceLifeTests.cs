using Approvals.Server.Tests.Apply;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.CaseTypes;

/// <summary>证照的一生: issued, renewed by another, cancelled; and whoever verifies it sees it at once.</summary>
public sealed class LicenceLifeTests(WorkingCity city) : IClassFixture<WorkingCity>
{
    [Fact]
    public async Task A_renewal_replaces_the_old_licence_and_a_cancellation_ends_the_new_one()
    {
        var holder = await city.RegisterAsync(Applicants.Bathhouse);
        var first = await GrantedAsync(holder);
        var list = await holder.GetAsync("/me/licences");
        list.Body.ShouldContain("需要延续的，请在");
        var old = list.Document.QuerySelector(".my-cases .code")!.TextContent;

        var begun = await holder.SendAsync(list, "form[action$='handler=renew']", Sending.Of());
        begun.Address.ShouldStartWith("/me/apply/QY010/");
        var second = await GrantedAsync(holder);
        city.Events(first).ShouldContain("case.licence-replaced");
        var seen = await city.Visit().GetAsync($"/verify/{old}");
        seen.Body.ShouldContain("已由新证照替代");
        var link = seen.Document.QuerySelector(".verdict a[href^='/verify/']")!.GetAttribute("href")!;
        (await city.Visit().GetAsync(link)).TextOf(".verdict").ShouldContain("有效");

        var reviewer = await city.SignInAsync("xuwenqing");
        (await reviewer.GetAsync($"/work/cases/{second}/licence")).Heading.ShouldNotContain("证照");
        var approver = await city.SignInAsync("jiangruolan");
        (await approver.GetAsync($"/work/cases/{second}")).Body.ShouldContain($"/work/cases/{second}/licence");
        var form = await approver.GetAsync($"/work/cases/{second}/licence");
        var empty = await approver.SendAsync(form, "main form", Sending.Of(("Reasons", "持证人停止经营。")));
        empty.TextsOf(".alert li").ShouldBe(["请选择撤销还是注销。"]);
        empty.TextOf("[name=Reasons]").ShouldContain("持证人停止经营。");
        var done = await approver.SendAsync(empty, "main form", Sending.Of(("Ending", "Cancelled")));
        done.TextsOf(".did b").ShouldBe(["登记已变更，决定书正在发出。"]);

        (await city.Visit().GetAsync(link)).Body.ShouldContain("已注销");
        await WorkingCity.UntilAsync(() => city.Papers(second).Contains("LicenceWithdrawal"));
        await WorkingCity.UntilAsync(() => city.Messages(second).Any(text => text.Contains("已注销")));
        city.Row(second).Result.ShouldBe("Granted");
        var again = await approver.GetAsync($"/work/cases/{second}/licence");
        again.Heading.ShouldNotContain("证照");
    }

    private async Task<long> GrantedAsync(Visitor holder)
    {
        var key = await WorkingCity.ApplyAsync(
            holder,
            "QY010",
            Sending.Of(),
            Applicants.Venue,
            Applicants.Papers,
            Applicants.Promise
        );
        await city.DecideAsync(await city.SignInAsync("linxiaoyun"), key, "accept", "accept");
        await city.DecideAsync(await city.SignInAsync("xuwenqing"), key, "review", "pass", ("Opinion", "符合条件。"));
        await city.DecideAsync(await city.SignInAsync("jiangruolan"), key, "decide", "approve");
        await city.UntilStageAsync(key, "Closed");
        return key;
    }
}
