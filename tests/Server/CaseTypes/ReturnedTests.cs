using Approvals.Server.Tests.Apply;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.CaseTypes;

/// <summary>退回件: told in writing with the ground, the reason and where to go; papers of the window are handed back against a receipt.</summary>
public sealed class ReturnedTests(WorkingCity city) : IClassFixture<WorkingCity>
{
    private static readonly (string, string)[] Ground =
    [
        ("Ground", "NotCompetent"),
        ("Reason", "您经营的是书店，不属于公共场所卫生许可的范围。"),
        ("WhereToGo", "文化和旅游局窗口 11 号"),
    ];

    [Fact]
    public async Task What_came_online_is_returned_with_its_reason_and_closed()
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
        var clerk = await city.SignInAsync("linxiaoyun");
        var form = await clerk.GetAsync($"/work/tasks/{city.TaskOf(key, "accept")}/return");
        var empty = await clerk.SendAsync(form, "main form.form", Sending.Of(("Reason", "您经营的是书店。")));
        empty.TextsOf(".alert li").Count.ShouldBe(2);
        empty.TextOf("[name=Reason]").ShouldContain("您经营的是书店。");
        await city.DecideAsync(clerk, key, "accept", "return", Ground);
        await city.UntilStageAsync(key, "Closed");

        var row = city.Row(key);
        (row.Type, row.Result).ShouldBe(("Returned", "Returned"));
        city.Papers(key).ShouldBe(["Return"]);
        var shown = await applicant.GetAsync($"/me/cases/{key}");
        shown.Body.ShouldContain("已办结：退回");
        shown.TextOf("main").ShouldContain("文化和旅游局窗口 11 号");
        city.Messages(key).ShouldContain(text => text.Contains("已退回"));

        // 收了又退: the second time within thirty days supervision hears of it.
        var supervisor = await city.SignInAsync("fangjingyi");
        (await supervisor.GetAsync($"/supervise/cases/{key}")).Body.ShouldNotContain("R-08");
        var again = await WorkingCity.ApplyAsync(
            applicant,
            "QY010",
            Sending.Of(),
            Applicants.Venue,
            Applicants.Papers,
            Applicants.Promise
        );
        await city.DecideAsync(clerk, again, "accept", "return", Ground);
        (await supervisor.GetAsync($"/supervise/cases/{again}")).Body.ShouldContain("R-08");
    }

    [Fact]
    public async Task What_came_over_the_counter_is_handed_back_against_a_receipt()
    {
        var clerk = await city.SignInAsync("linxiaoyun");
        await clerk.SendAsync(
            await clerk.GetAsync("/work/window"),
            "main form.form",
            Sending.Of(
                ("Form.Item", "QY010"),
                ("Form.Name", "陈丽娟"),
                ("Form.CitizenId", "359902198604072029"),
                ("Form.Phone", "13900000126"),
                ("Form.Organisation", "清源市澄泉浴场有限公司"),
                ("Form.CreditCode", "91990102MA7QY26K6J")
            )
        );
        var key = await WorkingCity.ApplyAsync(
            clerk,
            "QY010",
            Sending.Of(),
            Applicants.Venue,
            Applicants.Papers,
            Applicants.Promise
        );
        await clerk.SendAsync(await clerk.GetAsync("/work/window"), "form[action$='handler=leave']", Sending.Of());
        await city.DecideAsync(clerk, key, "accept", "return", Ground);
        await city.UntilStageAsync(key, "Returned");
        await WorkingCity.UntilAsync(() => city.TaskOf(key, "hand_back") is not null);

        var form = await clerk.GetAsync($"/work/tasks/{city.TaskOf(key, "hand_back")}/hand-back");
        var nobody = await clerk.SendAsync(form, "main form.form", Sending.Of());
        nobody.TextsOf(".alert li").ShouldBe(["请写明领取人。"]);
        await city.DecideAsync(clerk, key, "hand_back", "hand-back", ("Receiver", "陈丽娟"));
        await city.UntilStageAsync(key, "Closed");
        city.Papers(key).ShouldBe(["Return", "ReturnReceipt"]);
    }
}
