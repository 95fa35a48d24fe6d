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

    [Fact]
    public async Task A_held_licence_is_a_material_of_the_next_application_with_its_holders_consent()
    {
        var holder = await city.RegisterAsync(Applicants.Bathhouse);
        var first = await GrantedAsync(holder);
        await holder.SendAsync(await holder.GetAsync("/me/apply/QY058"), "main form[enctype]", Sending.Of());
        var page = await holder.GetAsync("/me/apply/QY058/2");
        var secretly = await holder.SendAsync(
            page,
            "main form[enctype]",
            Sending.Of(("_go", "reuse"), ("_material", "licence"))
        );
        secretly.TextsOf(".alert li").Single().ShouldContain("要经您同意");
        (string, string)[] agreed = [("_go", "reuse"), ("_material", "licence"), ("_consent", "yes")];
        var shown = await holder.SendAsync(secretly, "main form[enctype]", Sending.Of(agreed));
        shown.TextsOf(".stored li").Single().ShouldContain("卫证字");
        var stranger = await city.RegisterAsync(Applicants.Bathhouse);
        await stranger.SendAsync(await stranger.GetAsync("/me/apply/QY058"), "main form[enctype]", Sending.Of());
        var theirs = await stranger.GetAsync("/me/apply/QY058/2");
        theirs.Document.QuerySelector("#reuse").ShouldBeNull();
        var identifier = page.Document.QuerySelector("#reuse-licence option")!.GetAttribute("value")!;
        var taken = await stranger.SendAsync(
            theirs,
            "main form[enctype]",
            Sending.Of([.. agreed, ("_licence", identifier)])
        );
        taken.TextsOf(".alert li").Single().ShouldContain("不是申请人的");

        var papers = new[] { "charter", "premises", "staff" };
        var files = Sending.Of().With([.. papers.Select(name => Sending.Pdf(name, name + ".pdf"))]);
        var promise = await holder.SendAsync(shown, "main form[enctype]", files);
        var check = await holder.SendAsync(
            promise,
            "main form[enctype]",
            Sending.Of(("commitment", "true"), ("truthful", "true"))
        );
        check.Address.ShouldEndWith("/check");

        // Between the choice and the sending the licence may end.
        var approver = await city.SignInAsync("jiangruolan");
        await approver.SendAsync(
            await approver.GetAsync($"/work/cases/{first}/licence"),
            "main form",
            Sending.Of(("Ending", "Cancelled"), ("Reasons", "持证人停止经营。"))
        );
        var late = await holder.SendAsync(check, "main form", Sending.Of());
        late.TextsOf(".alert li").Single().ShouldContain("已经失效");

        await GrantedAsync(holder);
        var step = await holder.GetAsync("/me/apply/QY058/2");
        var stale = step.Document.QuerySelector("button[name=_remove][value^='licence/']")!.GetAttribute("value")!;
        await holder.SendAsync(step, "main form[enctype]", Sending.Of(("_remove", stale)));
        var again = await holder.SendAsync(step, "main form[enctype]", Sending.Of(agreed));
        again.TextsOf(".stored li").Count.ShouldBe(4);
        var slip = await holder.SendAsync(await holder.GetAsync("/me/apply/QY058/check"), "main form", Sending.Of());
        slip.Address.ShouldEndWith("/slip");
        var key = slip.Address.Split('/')[3];
        var clerk = await city.SignInAsync("songyating");
        var link = (await clerk.GetAsync($"/work/cases/{key}"))
            .Document.QuerySelector(".files-list a[href^='/verify/']")
            .ShouldNotBeNull();
        (await clerk.GetAsync(link.GetAttribute("href")!)).TextOf(".verdict").ShouldContain("有效");
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
