using Approvals.Cases.Handling;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.CaseTypes;

/// <summary>承诺告知件 on the pages: the licence at once, the check afterwards, and what a broken promise costs.</summary>
public sealed class NotifiedTests(WorkingCity city) : IClassFixture<WorkingCity>
{
    private static readonly PersonDetails Firm = new(
        "陈丽娟",
        "13900000126",
        "359902198604072029",
        "清源市澄江区云栖街道文庙路 126 号",
        "清源市澄泉人力资源有限公司",
        "91990102MA7QY26K6J"
    );

    private static readonly Sending[] Application =
    [
        Sending.Of(),
        Sending
            .Of()
            .With(
                Sending.Pdf("charter", "章程.pdf"),
                Sending.Pdf("premises", "租赁合同.pdf"),
                Sending.Pdf("staff", "人员表.pdf"),
                Sending.Pdf("licence", "营业执照.pdf")
            ),
        Sending.Of(("commitment", "true"), ("truthful", "true")),
    ];

    [Fact]
    public async Task The_licence_comes_at_once_and_the_check_closes_the_case()
    {
        var (firm, key) = await GrantedAsync();
        city.Papers(key).Count.ShouldBe(3);
        city.Papers(key).ShouldContain("Commitment");
        city.DueOf(key, "verification").ShouldNotBeNull();
        (await firm.GetAsync($"/me/cases/{key}")).Body.ShouldContain("已准予，等待核查承诺");

        var clerk = await city.SignInAsync("songyating");
        (await clerk.GetAsync($"/work/tasks/{city.TaskOf(key, "verify")}/keep")).Heading.ShouldNotContain("核查");
        var checker = await city.SignInAsync("dengzhiqiang");
        await city.DecideAsync(checker, key, "verify", "keep", ("Finding", "现场核查：场所、人员与承诺一致。"));
        await city.UntilStageAsync(key, "Closed");
        city.Row(key).Result.ShouldBe("Granted");
    }

    [Fact]
    public async Task A_broken_promise_gets_one_chance_and_then_the_licence_is_void()
    {
        var (firm, key) = await GrantedAsync();
        var checker = await city.SignInAsync("dengzhiqiang");
        await city.DecideAsync(
            checker,
            key,
            "verify",
            "demand",
            ("Demands", "专职人员只有 2 名。\n没有开办资金证明。")
        );
        await WorkingCity.UntilAsync(() => city.TaskOf(key, "rectify") is not null);
        var asked = await firm.GetAsync($"/me/cases/{key}");
        asked.Body.ShouldContain("整改 2 处");
        var form = await firm.GetAsync($"/me/cases/{key}/rectify");
        var empty = await firm.SendAsync(form, "main form", Sending.Of());
        empty.TextsOf(".alert li").ShouldBe(["请写明整改情况，最多 4000 字。"]);
        await firm.SendAsync(form, "main form", Sending.Of(("Explanation", "已补聘 1 名专职人员。")));

        await WorkingCity.UntilAsync(() => city.TaskOf(key, "verify") is not null);
        var again = await checker.GetAsync($"/work/tasks/{city.TaskOf(key, "verify")}/demand");
        var twice = await checker.SendAsync(again, "main form.form", Sending.Of(("Demands", "资金仍不足。")));
        twice = await checker.SendAsync(twice, "main form[action$='handler=send']", Sending.Of());
        twice.TextsOf(".alert li").ShouldBe(["已要求整改过一次。请核查后归档，或者撤销决定。"]);
        await city.DecideAsync(checker, key, "verify", "revoke", ("Reasons", "整改后仍没有开办资金。"));
        await city.UntilStageAsync(key, "Closed");

        city.Row(key).Result.ShouldBe("Revoked");
        city.Papers(key).ShouldContain("Revocation");
        var shown = await firm.GetAsync($"/me/cases/{key}");
        var verify = shown.Document.QuerySelector("a[href^='/verify/']")!.GetAttribute("href")!;
        (await city.Visit().GetAsync(verify)).Body.ShouldContain("已撤销");
    }

    private async Task<(Visitor Firm, long Key)> GrantedAsync()
    {
        var firm = await city.RegisterAsync(Firm);
        var key = await WorkingCity.ApplyAsync(firm, "QY058", Application);
        var clerk = await city.SignInAsync("songyating");
        await city.DecideAsync(clerk, key, "settle", "approve");
        await city.UntilStageAsync(key, "Verifying");
        return (firm, key);
    }
}
