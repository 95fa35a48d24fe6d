using Approvals.Cases.Handling;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.CaseTypes;

/// <summary>即办件 on the pages: applied for online, decided at the window in minutes.</summary>
public sealed class ImmediateTests(WorkingCity city) : IClassFixture<WorkingCity>
{
    private const string Item = "QY056";

    private static readonly PersonDetails Elder = new(
        "周文彬",
        "13900000388",
        "359902199109031179",
        "清源市澄江区云栖街道学前路 9 号",
        null,
        null
    );

    private static readonly Sending[] Application =
    [
        Sending.Of(),
        Sending.Of(("household", "local")),
        Sending.Of().With(Sending.Pdf("identityCard", "身份证.pdf"), Sending.Pdf("photo", "照片.pdf")),
        Sending.Of(("truthful", "true")),
    ];

    [Fact]
    public async Task Decided_at_the_window_with_the_minutes_measured()
    {
        var elder = await city.RegisterAsync(Elder);
        var key = await WorkingCity.ApplyAsync(elder, Item, Application);
        city.DueOf(key, "promised").ShouldBe("2026-10-13");
        await WorkingCity.UntilAsync(() => city.Messages(key).Count > 0);
        city.Messages(key)[0].ShouldContain("当场办结");

        var clerk = await city.SignInAsync("panmeihua");
        (await clerk.GetAsync("/work")).Body.ShouldContain("老年人优待证办理");
        var page = await clerk.GetAsync($"/work/cases/{key}");
        page.TextsOf(".decide a").ShouldBe(["准予许可 T", "一次性补正 B", "不予许可", "不予受理"]);
        await clerk.SendAsync(page, "form[action*='handler=claim']", Sending.Of());
        city.Clock.Advance(TimeSpan.FromMinutes(7));
        await city.DecideAsync(clerk, key, "settle", "approve", ("Opinion", "已满 60 周岁，照片合格"));
        await city.UntilStageAsync(key, "Closed");

        city.Row(key).ShouldBe(new("Closed", "Granted", "Immediate", "civil", TimeSpan.FromMinutes(7)));
        city.Papers(key).Count.ShouldBe(2);
        var mine = await elder.GetAsync($"/me/cases/{key}");
        mine.Body.ShouldContain("老年人优待证");
        mine.Body.ShouldContain("7 分钟");
    }

    [Fact]
    public async Task What_is_missing_is_asked_for_once_and_a_refusal_has_reasons_and_remedies()
    {
        var elder = await city.RegisterAsync(Elder);
        var key = await WorkingCity.ApplyAsync(elder, Item, Application);
        var clerk = await city.SignInAsync("panmeihua");
        await WorkingCity.UntilAsync(() => city.TaskOf(key, "settle") is not null);
        var refuse = await clerk.GetAsync($"/work/tasks/{city.TaskOf(key, "settle")}/refuse");
        var empty = await clerk.SendAsync(refuse, "main form.form", Sending.Of(("Reasons", " ")));
        empty.TextsOf(".alert li").Count.ShouldBe(1);

        await city.DecideAsync(clerk, key, "settle", "refuse", ("Reasons", "申请人未满 60 周岁。"));
        await city.UntilStageAsync(key, "Closed");

        city.Row(key).Result.ShouldBe("Refused");
        city.Papers(key).ShouldBe(["Refusal"]);
        city.Events(key)[^1].ShouldBe("case.closed");
    }

    [Fact]
    public async Task What_is_not_accepted_says_why_and_where_to_go()
    {
        var elder = await city.RegisterAsync(Elder);
        var key = await WorkingCity.ApplyAsync(elder, Item, Application);
        var clerk = await city.SignInAsync("panmeihua");
        await city.DecideAsync(
            clerk,
            key,
            "settle",
            "decline",
            ("Reason", "优待证由户籍地发放。"),
            ("WhereToGo", "户籍地民政部门")
        );
        await city.UntilStageAsync(key, "Closed");
        city.Row(key).Result.ShouldBe("NotAccepted");
        city.Papers(key).ShouldBe(["NonAcceptance"]);
    }
}
