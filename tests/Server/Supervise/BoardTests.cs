using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Server.Tests.Work;

namespace Approvals.Server.Tests.Supervise;

/// <summary>The board counts what is there, on a city of its own.</summary>
public sealed class BoardTests(StaffDesk desk) : IClassFixture<StaffDesk>
{
    [Fact]
    public async Task The_board_follows_the_cases_into_red_and_names_the_rule()
    {
        var supervisor = await desk.SignInAsync(StaffDesk.Supervisor);
        var empty = await supervisor.GetAsync("/supervise");
        empty.TextsOf(".tally").ShouldBe(["0", "0", "0", "0"]);
        empty.Document.QuerySelector(".trend").ShouldBeNull();
        empty.TextOf(".no-alarms").ShouldBe("没有触发任何规则。");

        var running = await desk.SubmitAsync("青禾理发店");
        var paused = await desk.SubmitAsync("云栖里游泳馆");
        var point = new CorrectionPoint(
            CorrectionTarget.Material,
            "卫生检测或评价报告",
            "卫生检测或评价报告",
            CorrectionProblem.Missing,
            "请补交"
        );
        await desk.StepAsync(paused, "accept", StaffDesk.Clerk, new RequestCorrection([point]), "correct");
        var board = await supervisor.GetAsync("/supervise");
        board.TextsOf(".tally").ShouldBe(["0", "0", "1", "1"]);
        board.TextOf(".tb tbody tr").ShouldBe("清源市卫生健康委员会 2 0 0 2 —");
        board.TextsOf(".trend figcaption b").ShouldBe(["每日收件"]);

        // Five working days of silence: deemed accepted as of its day, so that the promised time ends on the tenth day.
        desk.Clock.Advance(TimeSpan.FromDays(9));
        await StaffDesk.UntilAsync(() => desk.Alarms(running).Count == 1);
        supervisor = await desk.SignInAsync(StaffDesk.Supervisor);
        var silent = await supervisor.GetAsync("/supervise");
        silent.TextsOf(".tally").ShouldBe(["0", "1", "0", "1"]);
        silent.TextOf(".alarms li code").ShouldBe("R-01 已用 ＞ 承诺");
        silent.TextOf(".alarms li").ShouldContain("5 个工作日内没有告知是否受理");

        desk.Clock.Advance(TimeSpan.FromDays(1));
        await StaffDesk.UntilAsync(() => desk.Alarms(running).Count == 2);
        supervisor = await desk.SignInAsync(StaffDesk.Supervisor);
        (await supervisor.GetAsync("/supervise")).TextsOf(".tally").ShouldBe(["1", "0", "0", "1"]);

        var list = await supervisor.GetAsync("/supervise/cases?light=Late&unit=health");
        list.TextsOf(".tb tbody tr").ShouldHaveSingleItem().ShouldContain("青禾理发店");
        (await supervisor.GetAsync("/supervise/cases?unit=market")).TextOf(".empty h2").ShouldBe("没有符合条件的办件");
        var found = await supervisor.GetAsync("/supervise/cases?number=2026 1012 0002");
        found.TextsOf(".tb tbody tr").ShouldHaveSingleItem().ShouldContain("云栖里游泳馆");
    }
}
