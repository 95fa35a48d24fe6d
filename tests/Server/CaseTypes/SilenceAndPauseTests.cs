using Approvals.Cases.Handling;
using Approvals.Server.Tests.Apply;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.CaseTypes;

/// <summary>视为受理 and 特别程序, on the pages of a committed case.</summary>
public sealed class SilenceAndPauseTests(WorkingCity city) : IClassFixture<WorkingCity>
{
    private static readonly Sending[] Application =
    [
        Sending.Of(),
        Applicants.Venue,
        Applicants.Papers,
        Applicants.Promise,
    ];

    [Fact]
    public async Task Silence_for_five_days_accepts_from_the_day_of_receipt_and_a_procedure_stops_the_clock()
    {
        var applicant = await city.RegisterAsync(Applicants.Bathhouse);
        var received = Kernel.Calendar.CivilTime.DateOf(city.Clock.GetUtcNow());
        var key = await WorkingCity.ApplyAsync(applicant, "QY010", Application);
        await city.PassAsync(TimeSpan.FromDays(8), applicant);
        await WorkingCity.UntilAsync(() => city.TaskOf(key, "review") is not null);

        city.Events(key).ShouldContain("case.deemed-accepted");
        city.DueOf(key, "promised").ShouldBe(city.Platform.Calendar.AddWorkingDays(received, 7).ToString("yyyy-MM-dd"));
        (await applicant.GetAsync($"/me/cases/{key}")).TextOf("main").ShouldContain("视为受理");
        city.Papers(key).ShouldBe(["Acceptance"]);

        var reviewer = await city.SignInAsync("xuwenqing");
        var page = await reviewer.GetAsync($"/work/tasks/{city.TaskOf(key, "review")}/special");
        var empty = await reviewer.SendAsync(page, "main form.form", Sending.Of());
        empty.TextsOf(".alert li").Count.ShouldBe(3);
        var wrong = await reviewer.SendAsync(
            page,
            "main form.form",
            Sending.Of(("Procedure", "开会研究"), ("Days", "10"), ("Reason", "还要研究。"))
        );
        wrong.TextsOf(".alert li")[0].ShouldContain("不能停表");
        await city.DecideAsync(
            reviewer,
            key,
            "review",
            "special",
            ("Procedure", "检测"),
            ("Days", "10"),
            ("Reason", "水质须重新检测。")
        );
        await WorkingCity.UntilAsync(() => city.TaskOf(key, "special") is not null);
        (await applicant.GetAsync($"/me/cases/{key}")).Body.ShouldContain("正在进行特别程序，时限停表");
        var before = city.DueOf(key, "promised");
        await city.PassAsync(TimeSpan.FromDays(7), reviewer);
        await city.DecideAsync(reviewer, key, "special", "resume", ("Result", "检测合格。"));

        string.CompareOrdinal(city.DueOf(key, "promised"), before).ShouldBeGreaterThan(0);
        city.Papers(key).ShouldBe(["Acceptance", "SpecialProcedure"]);
        city.TaskOf(key, "review").ShouldNotBeNull();
    }
}
