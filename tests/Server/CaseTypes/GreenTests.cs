using Approvals.Cases.Handling;
using Approvals.Server.Tests.Apply;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.CaseTypes;

/// <summary>绿色通道件: accepted with papers to follow, met about, chased, decided when everything is there; and the ways in and out of the channel.</summary>
public sealed class GreenTests(WorkingCity city) : IClassFixture<WorkingCity>
{
    private static readonly PersonDetails Needy = new(
        "周文彬",
        "13900000201",
        "359902198604072029",
        "清源市澄江区云栖街道学前路 9 号",
        null,
        null
    );

    private static readonly Sending[] Application =
    [
        Sending.Of(),
        Sending.Of(("situation", "昨夜住房失火，衣物和口粮烧毁，暂住亲戚家。")),
        Sending.Of().With(Sending.Pdf("application", "申请书.pdf"), Sending.Pdf("identity", "身份证.pdf")),
        Sending.Of(("undertaking", "true"), ("truthful", "true")),
    ];

    [Fact]
    public async Task Papers_follow_by_their_day_and_the_decision_waits_for_them()
    {
        var (applicant, key) = await AcceptedAsync();
        var reviewer = await MetAsync(key);
        await city.DecideAsync(reviewer, key, "review", "pass", ("Opinion", "情况属实，急需救助。"));
        await city.UntilStageAsync(key, "Supplying");

        var asked = await applicant.GetAsync($"/me/cases/{key}");
        asked.Body.ShouldContain("等您补交承诺的材料，时限停表");
        asked.Body.ShouldContain("补交 1 份承诺材料");
        await city.PassAsync(TimeSpan.FromDays(1.1), applicant, reviewer);
        await WorkingCity.UntilAsync(() => city.Messages(key).Any(text => text.Contains("还差“困难情况证明”")));

        var page = await applicant.GetAsync($"/me/cases/{key}/supply");
        var wrong = await applicant.SendAsync(
            page,
            "main form",
            Sending.Of().With(new SentFile("file", "证明.pdf", "not a file"u8.ToArray()))
        );
        wrong.TextsOf(".alert li").ShouldBe(["请选择一个 PDF、JPG 或 PNG 文件，不超过 10 MB。"]);
        await applicant.SendAsync(wrong, "main form", Sending.Of().With(Sending.Pdf("file", "困难证明.pdf")));

        await city.DecideAsync(reviewer, key, "review", "pass", ("Opinion", "材料已补齐。"));
        var approver = await city.SignInAsync("jiangguoliang");
        await city.DecideAsync(approver, key, "decide", "approve");
        await city.UntilStageAsync(key, "Closed");
        city.Row(key).Result.ShouldBe("Granted");
        city.Papers(key).ShouldBe(["Acceptance", "Undertaking", "MeetingMinutes", "Approval"]);
    }

    [Fact]
    public async Task Papers_that_do_not_come_bring_the_case_back_and_supervision_hears_of_it()
    {
        var (_, key) = await AcceptedAsync();
        var reviewer = await MetAsync(key);
        await city.DecideAsync(reviewer, key, "review", "pass", ("Opinion", "情况属实。"));
        await city.UntilStageAsync(key, "Supplying");
        await city.PassAsync(TimeSpan.FromDays(6), reviewer);
        await WorkingCity.UntilAsync(() => city.Events(key).Contains("case.undertaking-broken"));

        await city.UntilStageAsync(key, "Reviewing");
        var again = await reviewer.GetAsync($"/work/tasks/{city.TaskOf(key, "review")}/pass");
        var refused = await reviewer.SendAsync(again, "main form.form", Sending.Of(("Opinion", "先办了再说。")));
        refused.TextsOf(".alert li").Single().ShouldContain("已经逾期");
        var supervisor = await city.SignInAsync("fangjingyi");
        (await supervisor.GetAsync($"/supervise/cases/{key}")).Body.ShouldContain("承诺补交逾期");
    }

    [Fact]
    public async Task A_committed_case_goes_through_the_channel_and_falls_back_with_its_clock_going_on()
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
        var usual = city.DueOf(key, "promised");
        var reviewer = await city.SignInAsync("xuwenqing");
        (await reviewer.GetAsync($"/work/cases/{key}/type")).Heading.ShouldNotContain("变更办件类型");

        var approver = await city.SignInAsync("jiangruolan");
        (await approver.GetAsync($"/work/cases/{key}")).Body.ShouldContain($"/work/cases/{key}/type");
        var form = await approver.GetAsync($"/work/cases/{key}/type");
        var empty = await approver.SendAsync(form, "main form", Sending.Of(("PromisedDays", "3")));
        empty.TextsOf(".alert li").Count.ShouldBe(2);
        empty.Document.QuerySelector("[name=PromisedDays]")!.GetAttribute("value").ShouldBe("3");
        var slow = await approver.SendAsync(
            empty,
            "main form",
            Sending.Of(("To", "GreenChannel"), ("Reason", "市重点项目，月底开业。"), ("PromisedDays", "30"))
        );
        slow.TextsOf(".alert li").Single().ShouldContain("1 到 7 个工作日");
        var changed = await approver.SendAsync(slow, "main form", Sending.Of(("PromisedDays", "3")));
        changed.TextsOf(".did b").ShouldBe(["办件类型已变更，告知书正在发出。"]);

        city.Row(key).Type.ShouldBe("GreenChannel");
        await WorkingCity.UntilAsync(() => city.TaskOf(key, "meeting") is not null);
        var quick = city.DueOf(key, "promised");
        string.CompareOrdinal(quick, usual).ShouldBeLessThan(0);
        city.Papers(key).ShouldBe(["Acceptance", "TypeChange"]);
        city.Messages(key).ShouldContain(text => text.Contains("改按绿色通道件办理"));
        city.Messages(key).Count(text => text.Contains("已受理")).ShouldBe(1);

        var back = await approver.GetAsync($"/work/cases/{key}/type");
        var fallen = await approver.SendAsync(
            back,
            "main form",
            Sending.Of(("To", "Committed"), ("Reason", "开业推迟，不再急办。"))
        );
        fallen.TextsOf(".did b").Count.ShouldBe(1, fallen.TextOf("main"));
        await WorkingCity.UntilAsync(() => city.TaskOf(key, "review") is not null);
        city.Row(key).Type.ShouldBe("Committed");
        city.DueOf(key, "promised").ShouldBe(usual);
        (await applicant.GetAsync($"/me/cases/{key}")).Body.ShouldContain("由绿色通道件改为承诺件");
    }

    [Fact]
    public async Task A_committed_case_becomes_joint_with_the_departments_chosen()
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
        var approver = await city.SignInAsync("jiangruolan");
        var form = await approver.GetAsync($"/work/cases/{key}/type");
        var alone = await approver.SendAsync(
            form,
            "main form",
            Sending.Of(("To", "Joint"), ("Reason", "涉及治安条件。"))
        );
        alone.TextsOf(".alert li").Single().ShouldContain("至少要有一个参加的部门");
        await approver.SendAsync(alone, "main form", Sending.Of(("Department[0]", "police"), ("Days[0]", "3")));

        await WorkingCity.UntilAsync(() => city.TaskOf(key, "opinion") is not null);
        var police = await city.SignInAsync("yangzhenhai");
        var bars = await police.GetAsync($"/work/cases/{key}");
        bars.TextsOf("#branches h3").Single().ShouldContain("公安");
        bars.Document.QuerySelectorAll("#branches .clock").Length.ShouldBe(1);
        bars.TextsOf("#branches details").Single().ShouldContain("当天不计");
        await city.DecideAsync(police, key, "opinion", "agree", ("Opinion", "没有意见。"));
        await WorkingCity.UntilAsync(() => city.TaskOf(key, "review") is not null);
        city.Row(key).Type.ShouldBe("Joint");
    }

    private async Task<(Visitor Applicant, long Key)> AcceptedAsync()
    {
        var applicant = await city.RegisterAsync(Needy);
        var key = await WorkingCity.ApplyAsync(applicant, "QY055", Application);
        await WorkingCity.UntilAsync(() => city.TaskOf(key, "accept") is not null);
        var clerk = await city.SignInAsync("shixiaolan");
        var form = await clerk.GetAsync($"/work/tasks/{city.TaskOf(key, "accept")}/accept");
        var forgotten = await clerk.SendAsync(form, "main form.form", Sending.Of());
        forgotten.TextsOf(".alert li").Single().ShouldContain("“困难情况证明”没有提交");
        var due = Kernel.Calendar.CivilTime.DateOf(city.Clock.GetUtcNow()).AddDays(4).ToString("yyyy-MM-dd");
        await city.DecideAsync(clerk, key, "accept", "accept", ("Owed[2]", due));
        return (applicant, key);
    }

    private async Task<Visitor> MetAsync(long key)
    {
        var reviewer = await city.SignInAsync("ouyangmin");
        var today = Kernel.Calendar.CivilTime.DateOf(city.Clock.GetUtcNow()).ToString("yyyy-MM-dd");
        await city.DecideAsync(
            reviewer,
            key,
            "meeting",
            "meet",
            ("HeldOn", today),
            ("Minutes", "先行救助，手续后补。"),
            ("Votes[yunqi]", "For"),
            ("Votes[civil]", "For")
        );
        await WorkingCity.UntilAsync(() => city.TaskOf(key, "review") is not null);
        return reviewer;
    }
}
