using System.Net;
using Approvals.Cases;
using Approvals.Cases.Clocks;
using Approvals.Cases.Commands;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Reads.Work;
using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Tests.Work;

public sealed class WorkListTests(StaffDesk desk) : IClassFixture<StaffDesk>
{
    [Fact]
    public async Task Shows_what_the_person_may_do_and_nothing_else()
    {
        var atAcceptance = await desk.SubmitAsync("青禾理发店");
        var atReview = await desk.SubmitAsync("云栖里游泳馆");
        await desk.StepAsync(atReview, "accept", StaffDesk.Clerk, new AcceptCase(), "review");

        var clerk = await (await desk.SignInAsync(StaffDesk.Clerk)).GetAsync("/work?q=青禾");
        clerk.TextsOf("tr[data-case] td:nth-child(2)").ShouldHaveSingleItem().ShouldContain("青禾理发店");
        clerk.TextOf("tr[data-case] .lt").ShouldStartWith("正常");
        var other = await (await desk.SignInAsync(StaffDesk.Clerk)).GetAsync("/work?q=云栖里");
        other.TextOf(".empty h2").ShouldBe("没有符合条件的办件");

        var reviewer = await (await desk.SignInAsync(StaffDesk.Reviewer)).GetAsync("/work?q=云栖里");
        reviewer.TextsOf("tr[data-case]").Count.ShouldBe(1);
        reviewer.TextOf("tr[data-case] td:nth-child(6)").ShouldBe("0/7");
        reviewer.Document.QuerySelector($"a[href='/work/cases/{atReview}']").ShouldNotBeNull();
        desk.Stage(atAcceptance).ShouldBe("Submitted");
    }

    [Fact]
    public async Task Another_units_clerk_has_an_empty_list_and_no_case()
    {
        var key = await desk.SubmitAsync();
        var stranger = await desk.SignInAsync("marketclerk");

        (await stranger.GetAsync("/work")).TextOf(".empty h2").ShouldBe("现在没有等您办的件");
        (await stranger.GetAsync($"/work/cases/{key}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync($"/work/preview/{key}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync($"/work/tasks/{desk.TaskOf(key, "accept")}/accept")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task Filters_keep_their_counts_and_combine()
    {
        await desk.SubmitAsync("木梳美发工作室");
        var clerk = await desk.SignInAsync(StaffDesk.Clerk);
        var all = await clerk.GetAsync("/work");
        var total = int.Parse(all.TextOf("h1 .n"));
        total.ShouldBeGreaterThan(0);
        all.TextsOf(".filters a[href*='light=Normal'] b").ShouldBe([total.ToString()]);

        var late = await clerk.GetAsync("/work?light=Late&sort=Item");
        late.TextOf("h1 .n").ShouldBe("0");
        late.TextOf(".empty h2").ShouldBe("没有符合条件的办件");
        late.Document.QuerySelector(".seg [aria-current]")!.TextContent.ShouldBe("按事项");
    }

    [Theory]
    [InlineData("/work?light=nonsense&sort=7&scope=x&page=-3")]
    [InlineData("/work?page=999999999&item=%27%3B--&q=%25_%25")]
    [InlineData("/work?case=-1&q=20261012")]
    public async Task Odd_addresses_show_a_page(string address)
    {
        var page = await (await desk.SignInAsync(StaffDesk.Clerk)).GetAsync(address);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Heading.ShouldStartWith("待我办理");
    }

    [Fact]
    public async Task A_claimed_task_leaves_the_colleagues_lists()
    {
        var key = await desk.SubmitAsync("杏林堂浴场");
        await desk.StepAsync(key, "accept", StaffDesk.Clerk, new AcceptCase(), "review");
        var first = await desk.SignInAsync(StaffDesk.Reviewer);
        var page = await first.GetAsync($"/work/cases/{key}");
        var claimed = await first.SubmitAsync(page, "form[action*='handler=claim']");
        claimed.TextOf(".did b").ShouldBe("已签收，这一步由您办理。");

        (await first.GetAsync("/work?scope=Mine&q=杏林堂")).TextsOf("tr[data-case]").Count.ShouldBe(1);
        var second = await desk.SignInAsync("hezhiyuan");
        (await second.GetAsync("/work?q=杏林堂")).TextsOf("tr[data-case]").ShouldBeEmpty();
        var seen = await second.GetAsync($"/work/cases/{key}");
        seen.TextOf(".decide .taken").ShouldBe("同事已经签收了这一步。");
        seen.Document.QuerySelector("[data-decide]").ShouldBeNull();

        var back = await first.SubmitAsync(claimed, "form[action*='handler=unclaim']");
        back.TextOf(".did b").ShouldBe("已退回，同事可以签收。");
        (await second.GetAsync("/work?q=杏林堂")).TextsOf("tr[data-case]").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Applicants_have_no_work_list()
    {
        var applicant = await desk.SignInAsync(StaffDesk.Applicant);
        (await applicant.GetAsync("/work")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await applicant.GetAsync("/supervise")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_database_lights_a_case_as_the_domain_does()
    {
        var key = await desk.SubmitAsync("灯光核对");
        var start = desk.Clock.GetUtcNow();
        await using var scope = desk.Scope();
        var reads = (PlatformReads)scope.ServiceProvider.GetService(typeof(PlatformReads))!;
        var row = (
            await reads.Cases.SingleAsync(each => each.Key == key, TestContext.Current.CancellationToken)
        ).ToRow();

        for (var hours = 0; hours < 24 * 12; hours += 6)
        {
            var now = start.AddHours(hours);
            var lit = await LitCase
                .Of(reads.Cases.Where(each => each.Key == key), now.ToUnixTimeMilliseconds())
                .SingleAsync(TestContext.Current.CancellationToken);
            lit.Light.ShouldBe(Lights.For(row.Clock, now), now.ToString());
        }
    }
}
