using Approvals.Cases.Handling;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.CaseTypes;

/// <summary>转报件 on the pages: the district accepts and reviews, the city decides, the answer comes back.</summary>
public sealed class ReferredTests(WorkingCity city) : IClassFixture<WorkingCity>
{
    private static readonly PersonDetails Teacher = new(
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
        Sending.Of(("subject", "physics"), ("basis", "degree")),
        Sending
            .Of()
            .With(
                Sending.Pdf("identity", "身份证.pdf"),
                Sending.Pdf("diploma", "毕业证.pdf"),
                Sending.Pdf("health", "体检.pdf"),
                Sending.Pdf("conduct", "证明.pdf")
            ),
        Sending.Of(("truthful", "true")),
    ];

    [Fact]
    public async Task Each_level_has_its_clock_and_the_city_seals_the_result()
    {
        var (teacher, key) = await ReviewedAsync("pass", "材料齐全，符合条件，建议准予。");
        city.Row(key).Unit.ShouldBe("education");
        city.DueOf(key, "first").ShouldBe("2026-11-09");
        city.DueOf(key, "upper").ShouldBe("2026-11-09");
        city.Papers(key).ShouldBe(["Acceptance", "Referral"]);
        var reviewer = await city.SignInAsync("caoyonghe");
        (await reviewer.GetAsync($"/work/cases/{key}")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        (await reviewer.GetAsync($"/work/tasks/{city.TaskOf(key, "decide")}/approve")).Status.ShouldBe(
            System.Net.HttpStatusCode.NotFound
        );

        var upper = await city.SignInAsync("heguoxing");
        (await upper.GetAsync("/work")).Body.ShouldContain("高级中学教师资格认定");
        await city.DecideAsync(upper, key, "decide", "approve");
        await city.UntilStageAsync(key, "Closed");

        city.Row(key).ShouldBe(new("Closed", "Granted", "Referred", "cj-education", null));
        city.Events(key).ShouldContain("case.answered-back");
        (await teacher.GetAsync($"/me/cases/{key}")).Body.ShouldContain("教师资格证书");
        await WorkingCity.UntilAsync(() => city.Messages(key).Any(text => text.Contains("已就转报的")));
    }

    [Fact]
    public async Task A_refusal_of_the_upper_level_has_reasons_and_remedies()
    {
        var (_, key) = await ReviewedAsync("oppose", "无犯罪记录证明已过期。");
        var upper = await city.SignInAsync("heguoxing");
        await city.DecideAsync(upper, key, "decide", "refuse", ("Reasons", "不具备认定条件。"));
        await city.UntilStageAsync(key, "Closed");
        city.Row(key).Result.ShouldBe("Refused");
        city.Papers(key).ShouldBe(["Acceptance", "Referral", "Refusal"]);
    }

    private async Task<(Visitor Teacher, long Key)> ReviewedAsync(string outcome, string opinion)
    {
        var teacher = await city.RegisterAsync(Teacher);
        var key = await WorkingCity.ApplyAsync(teacher, "QY063", Application);
        city.Row(key).Unit.ShouldBe("cj-education");
        await city.DecideAsync(await city.SignInAsync("fengxiaoyan"), key, "accept", "accept");
        await city.DecideAsync(await city.SignInAsync("caoyonghe"), key, "review", outcome, ("Opinion", opinion));
        await WorkingCity.UntilAsync(() => city.TaskOf(key, "decide") is not null);
        return (teacher, key);
    }
}
