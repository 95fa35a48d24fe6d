using Approvals.Cases.Handling;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.CaseTypes;

/// <summary>联办件 on the pages: departments at the same time, an absent one, one inspection, one meeting.</summary>
public sealed class JointTests(WorkingCity city) : IClassFixture<WorkingCity>
{
    private static readonly PersonDetails School = new(
        "陈丽娟",
        "13900000126",
        "359902198604072029",
        "清源市澄江区云栖街道文庙路 126 号",
        "清源市澄泉实验学校",
        "91990102MA7QY26K6J"
    );

    private static readonly Sending[] Application =
    [
        Sending.Of(),
        Sending.Of(("plate", "闽 C12345"), ("seats", "36"), ("driver", "林建国")),
        Sending
            .Of()
            .With(
                Sending.Pdf("request", "申请书.pdf"),
                Sending.Pdf("vehicle", "行驶证.pdf"),
                Sending.Pdf("driverPapers", "驾驶证.pdf"),
                Sending.Pdf("plan", "方案.pdf"),
                Sending.Pdf("safety", "制度.pdf"),
                Sending.Pdf("insurance", "保单.pdf")
            ),
        Sending.Of(("truthful", "true")),
    ];

    [Fact]
    public async Task From_one_window_through_departments_inspection_and_meeting_to_the_licence()
    {
        var (school, key) = await AskedAsync();
        var police = await city.SignInAsync("yangzhenhai");
        (await police.GetAsync("/work")).Body.ShouldContain("校车使用许可");
        var asked = await police.GetAsync($"/work/cases/{key}");
        asked.Body.ShouldContain("等待答复，最迟 10 月 15 日");
        var material = asked.Document.QuerySelector("a[href^='/documents/']").ShouldNotBeNull().GetAttribute("href")!;
        (await police.GetAsync(material)).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        (await (await city.SignInAsync("xuwenqing")).GetAsync(material)).Status.ShouldBe(
            System.Net.HttpStatusCode.NotFound
        );
        await city.DecideAsync(police, key, "opinion", "disagree", ("Opinion", "停靠站点离路口过近。"));
        city.TaskOf(key, "review").ShouldBeNull();

        // 缺席默认: the transport bureau says nothing until its last day is over.
        await city.PassAsync(TimeSpan.FromDays(4), school);
        await WorkingCity.UntilAsync(() => city.TaskOf(key, "review") is not null);
        city.Events(key).ShouldContain("case.opinion-defaulted");

        var lead = await city.SignInAsync("mengfanyu");
        (await lead.GetAsync($"/work/cases/{key}")).Body.ShouldContain("到期未答复，视为同意");
        await city.DecideAsync(
            lead,
            key,
            "review",
            "inspect",
            ("Day", "2026-10-20"),
            ("Time", "09:30"),
            ("Place", "清源市澄江区文庙路 126 号校门口"),
            ("Units", "education"),
            ("Units", "police")
        );
        await WorkingCity.UntilAsync(() => city.TaskOf(key, "inspection") is not null);
        (await school.GetAsync($"/me/cases/{key}")).TextOf("main").ShouldContain("等待联合踏勘");
        var record = await lead.GetAsync($"/work/tasks/{city.TaskOf(key, "inspection")}/record");
        var half = await lead.SendAsync(record, "main form.form", Sending.Of(("Findings[education]", "站点已后移。")));
        half.TextsOf(".alert li").Count.ShouldBe(1);
        var photo = new SentFile("photos", "站点.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var full = Sending.Of(("Findings[education]", "站点已后移。"), ("Findings[police]", "符合要求。")).With(photo);
        var recorded = await lead.SendAsync(record, "main form.form", full);
        recorded.TextsOf(".did b").Count.ShouldBe(1, recorded.TextOf("main"));
        await city.DecideAsync(
            lead,
            key,
            "review",
            "meet",
            ("HeldOn", "2026-10-16"),
            ("Minutes", "各单位一致同意调整后的线路。"),
            ("Votes[education]", "For"),
            ("Votes[police]", "For"),
            ("Votes[transport]", "Abstained")
        );
        await city.DecideAsync(lead, key, "review", "pass", ("Opinion", "符合条件。"));
        await city.DecideAsync(await city.SignInAsync("heguoxing"), key, "decide", "approve");
        await city.UntilStageAsync(key, "Closed");

        city.Row(key).Result.ShouldBe("Granted");
        city.Papers(key)
            .Take(5)
            .ShouldBe(["Acceptance", "InspectionCall", "InspectionRecord", "MeetingMinutes", "Approval"]);
    }

    [Fact]
    public async Task A_department_answers_for_itself_only()
    {
        var (_, key) = await AskedAsync();
        var transport = await city.SignInAsync("shaoweimin");
        await city.DecideAsync(transport, key, "opinion", "agree", ("Opinion", "线路可行。"));
        (await transport.GetAsync($"/work/cases/{key}")).Document.QuerySelector("[data-decide]").ShouldBeNull();
        var police = await city.SignInAsync("yangzhenhai");
        await city.DecideAsync(police, key, "opinion", "agree", ("Opinion", "驾驶人资格符合。"));
        await WorkingCity.UntilAsync(() => city.TaskOf(key, "review") is not null);
        city.Row(key).Stage.ShouldBe("Reviewing");
    }

    private async Task<(Visitor School, long Key)> AskedAsync()
    {
        var school = await city.RegisterAsync(School);
        var key = await WorkingCity.ApplyAsync(school, "QY064", Application);
        await city.DecideAsync(await city.SignInAsync("luoqiaoling"), key, "accept", "accept");
        await WorkingCity.UntilAsync(() => city.TaskOf(key, "opinion") is not null);
        return (school, key);
    }
}
