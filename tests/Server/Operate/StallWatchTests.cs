using Approvals.Server.Operations;
using Approvals.Server.Tests.Work;
using Microsoft.Extensions.Logging.Abstractions;

namespace Approvals.Server.Tests.Operate;

/// <summary>A case whose step takes longer than its process expects is on the supervisors' board, once.</summary>
public sealed class StallWatchTests(StaffDesk desk) : IClassFixture<StaffDesk>
{
    [Fact]
    public async Task A_step_that_stalls_is_an_alarm_once()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "workflows", "committed.bpmn");
        var model = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var at = model.IndexOf("id=\"accept\"", StringComparison.Ordinal);
        var place = model.IndexOf("<bpmn:extensionElements>", at, StringComparison.Ordinal);
        model = model.Insert(
            place + "<bpmn:extensionElements>".Length,
            """<zeebe:properties><zeebe:property name="expectedDwell" value="P2D" /></zeebe:properties>"""
        );
        (
            await new Deploy([new("committed.bpmn", model)], null).RunAsync(desk.Platform, Operation.Operator)
        ).Failure.ShouldBeNull();
        var key = await desk.SubmitAsync();
        using var watch = new StallWatch(desk.Platform, NullLogger<StallWatch>.Instance);

        (await watch.LookAsync()).ShouldBe(0);
        desk.Clock.Advance(TimeSpan.FromDays(3));
        (await watch.LookAsync()).ShouldBe(1);
        (await watch.LookAsync()).ShouldBe(0);
        desk.Alarms(key).Count(rule => rule == "R-07").ShouldBe(1);

        var stalled = await new Instances(Stalled: true).RunAsync(desk.Platform, Operation.Operator);
        stalled.Lines.ShouldHaveSingleItem().Result.GetProperty("element").GetString().ShouldBe("accept");
        var supervisor = await desk.SignInAsync(StaffDesk.Supervisor);
        (await supervisor.GetAsync($"/supervise/cases/{key}")).TextOf(".alarms").ShouldContain("环节停滞");
    }
}
