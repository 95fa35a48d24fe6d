using System.Net;
using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Server.Tests.Work;

namespace Approvals.Server.Tests.Supervise;

/// <summary>The figures follow from the turns: what was received and decided is there at once, by unit, by person and as a file.</summary>
public sealed class FiguresTests(StaffDesk desk) : IClassFixture<StaffDesk>
{
    [Fact]
    public async Task What_was_decided_is_counted_for_its_unit_and_its_person()
    {
        var supervisor = await desk.SignInAsync(StaffDesk.Supervisor);
        (await supervisor.GetAsync("/supervise/figures")).TextOf(".empty h2").ShouldBe("这段时间没有办件");

        await desk.SubmitAsync("青禾理发店");
        var declined = await desk.SubmitAsync("云栖里游泳馆");
        await desk.StepAsync(
            declined,
            "accept",
            StaffDesk.Clerk,
            new DeclineCase("不属于本机关职权范围", "请到区卫生健康局办理")
        );

        var units = await supervisor.GetAsync("/supervise/figures?month=2026-10");
        units.TextOf(".tb tbody tr").ShouldBe("1 清源市卫生健康委员会 2 1 100.0% 100.0% 0.0% 0.0% —");
        units.TextsOf(".trend figcaption b").ShouldBe(["按时率"]);
        var people = await supervisor.GetAsync("/supervise/figures?month=2026-10&by=person");
        people.TextOf(".tb tbody tr").ShouldBe("1 清源市卫生健康委员会 林晓芸 0 1 100.0% 100.0% 0.0% 0.0% —");
        var csv = await supervisor.GetAsync("/supervise/figures?handler=csv&month=2026-10&by=person");
        csv.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        csv.Body.ShouldContain("1,清源市卫生健康委员会,林晓芸,0,1,100.0,100.0,0.0,0.0,—");
        (await supervisor.GetAsync("/supervise/figures?month=2026-10&unit=market"))
            .TextOf(".empty h2")
            .ShouldBe("这段时间没有办件");
        (await supervisor.GetAsync("/supervise/figures?month=nonsense&span=99")).Status.ShouldBe(HttpStatusCode.OK);

        var clerk = await desk.SignInAsync(StaffDesk.Clerk);
        (await clerk.GetAsync("/supervise/figures")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await clerk.GetAsync("/supervise/figures?handler=csv")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
