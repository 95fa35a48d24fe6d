using Approvals.Server.Tests.Apply;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.CaseTypes;

/// <summary>延期 (行政许可法 art. 42): asked for, approved by another, told in writing, and once only.</summary>
public sealed class ExtensionTests(WorkingCity city) : IClassFixture<WorkingCity>
{
    [Fact]
    public async Task It_moves_both_dates_once_and_the_applicant_is_told_why()
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
        await WorkingCity.UntilAsync(() => city.TaskOf(key, "review") is not null);
        var before = DateOnly.Parse(city.DueOf(key, "promised")!);
        var legal = DateOnly.Parse(city.DueOf(key, "legal")!);

        var reviewer = await city.SignInAsync("xuwenqing");
        var form = await reviewer.GetAsync($"/work/tasks/{city.TaskOf(key, "review")}/extend");
        var wrong = await reviewer.SendAsync(
            form,
            "main form.form",
            Sending.Of(("Days", "十五"), ("Reason", "复检。"))
        );
        wrong.TextsOf(".alert li").ShouldBe(["请填延长的工作日，1 到 10 个。"]);
        wrong.Document.QuerySelector("[name=Days]")!.GetAttribute("value").ShouldBe("十五");
        wrong.TextOf("[name=Reason]").ShouldContain("复检。");
        await city.DecideAsync(
            reviewer,
            key,
            "review",
            "extend",
            ("Days", "5"),
            ("Reason", "检测样品须复检，检测机构尚未出具报告。")
        );
        city.Row(key).Stage.ShouldBe("Extending");
        (await reviewer.GetAsync($"/work/tasks/{city.TaskOf(key, "extend")}/grant")).Heading.ShouldNotContain("延期");

        var approver = await city.SignInAsync("jiangruolan");
        await city.DecideAsync(approver, key, "extend", "grant", ("ApprovedBy", "卫生健康委员会主任 许志强"));
        await WorkingCity.UntilAsync(() => city.TaskOf(key, "review") is not null);
        var days = city.Platform.Calendar;
        city.DueOf(key, "promised").ShouldBe(days.AddWorkingDays(before, 5).ToString("yyyy-MM-dd"));
        city.DueOf(key, "legal").ShouldBe(days.AddWorkingDays(legal, 5).ToString("yyyy-MM-dd"));
        city.Papers(key).ShouldBe(["Acceptance", "Extension"]);
        await WorkingCity.UntilAsync(() => city.Messages(key).Any(text => text.Contains("经批准延长办理期限")));
        var shown = await applicant.GetAsync($"/me/cases/{key}");
        shown.TextOf("main").ShouldContain("延长 5 个工作日，卫生健康委员会主任 许志强批准");
        shown.TextOf("main").ShouldContain("检测样品须复检");

        var twice = await reviewer.GetAsync($"/work/tasks/{city.TaskOf(key, "review")}/extend");
        var no = await reviewer.SendAsync(twice, "main form.form", Sending.Of(("Days", "5"), ("Reason", "还要时间。")));
        no.TextsOf(".alert li").Single().ShouldContain("已经延期过一次");
    }
}
