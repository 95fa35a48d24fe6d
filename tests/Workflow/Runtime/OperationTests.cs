using Approvals.Kernel;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.State;
using static Approvals.Workflow.Tests.Runtime.RuntimeModels;

namespace Approvals.Workflow.Tests.Runtime;

/// <summary>What operators do with running instances, and what starts them by itself.</summary>
public sealed class OperationTests
{
    private static readonly string Timed = Of(
        $"""
        <process id="timed" isExecutable="true"><startEvent id="start" />{UserTask("work")}
        <boundaryEvent id="late" attachedToRef="work"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>
        {UserTask("chase")}<subProcess id="inside"><startEvent id="inner_start" />{UserTask(
            "inner"
        )}<endEvent id="inner_end" />{Flow("inner_start", "inner")}{Flow(
            "inner",
            "inner_end"
        )}</subProcess><endEvent id="end" />
        {Flow("start", "work")}{Flow("late", "chase")}{Flow("work", "inside")}{Flow("chase", "end")}{Flow(
            "inside",
            "end"
        )}</process>
        """
    );

    private static readonly Actor Clerk = new("p:1", ["clerk@centre"]);

    [Fact]
    public async Task A_suspended_instance_stands_still_and_goes_on_when_resumed()
    {
        await using var host = new RuntimeHost();
        await host.DeployAsync(Timed);
        var key = await host.StartAsync("timed");
        (await host.ExecuteAsync(key, new SuspendInstance("停电"))).ShouldBeNull();
        (await host.ExecuteAsync(key, new SuspendInstance("停电"))).ShouldBe("instance.suspended");
        var task = host.Load(key).Waits.Items.ToArray().OfType<UserTaskState>().Single().Key;
        (await host.ExecuteAsync(key, new CompleteUserTask(task, null, []), Clerk)).ShouldBe("instance.suspended");
        await host.AdvanceAsync(TimeSpan.FromHours(2));
        host.Where(key).ShouldBe("work");
        (await host.ExecuteAsync(key, new ResumeInstance("来电"))).ShouldBeNull();
        await host.AdvanceAsync();
        host.Where(key).ShouldBe("chase");
        (await host.ExecuteAsync(key, new ResumeInstance("来电"))).ShouldBe("instance.not-suspended");
    }

    [Fact]
    public async Task Elements_are_entered_and_ended_by_an_operator()
    {
        await using var host = new RuntimeHost();
        await host.DeployAsync(Timed);
        var key = await host.StartAsync("timed");
        var work = host.Load(key).Elements.Items[0].Key;
        (await host.ExecuteAsync(key, Modify([new("inner", null, [])], [work]))).ShouldBeNull();
        host.Where(key).ShouldBe("inside inner");
        var inner = host.Load(key).Elements.Items[^1].Key;
        (await host.ExecuteAsync(key, Modify([new("chase", null, [])], [inner]))).ShouldBeNull();
        host.Where(key).ShouldBe("chase");
        var chase = host.Load(key).Elements.Items[^1].Key;
        (await host.ExecuteAsync(key, Modify([], [chase]))).ShouldBeNull();
        host.Where(key).ShouldBe("Canceled");
    }

    [Theory]
    [InlineData("late", "modification.not-enterable")]
    [InlineData("nowhere", "modification.no-element")]
    public async Task What_can_not_be_entered_is_refused_before_anything_happens(string element, string code)
    {
        await using var host = new RuntimeHost();
        await host.DeployAsync(Timed);
        var key = await host.StartAsync("timed");
        var work = host.Load(key).Elements.Items[0].Key;
        (await host.ExecuteAsync(key, Modify([new(element, null, [])], [work]))).ShouldBe(code);
        host.Where(key).ShouldBe("work");
        (await host.ExecuteAsync(key, Modify([], []))).ShouldBe("modification.empty");
        (await host.ExecuteAsync(key, Modify([], [work + 77]))).ShouldBe("modification.no-instance");
    }

    [Fact]
    public async Task A_start_timer_starts_instances_after_a_restart_too()
    {
        var host = new RuntimeHost();
        await host.DeployAsync(
            Of(
                $"""
                <process id="weekly" isExecutable="true"><startEvent id="monday"><timerEventDefinition><timeCycle>R2/P7D</timeCycle></timerEventDefinition></startEvent>
                {UserTask("report")}<endEvent id="end" />{Flow("monday", "report")}{Flow("report", "end")}</process>
                """
            )
        );
        await host.AdvanceAsync(TimeSpan.FromDays(6));
        host.Instances().ShouldBeEmpty();
        host = await host.RestartAsync();
        await using (host)
        {
            await host.AdvanceAsync(TimeSpan.FromDays(1));
            host.Instances().Count.ShouldBe(1);
            await host.AdvanceAsync(TimeSpan.FromDays(30));
            host.Instances().Count.ShouldBe(2);
        }
    }

    [Fact]
    public async Task Only_the_version_that_starts_now_hears_a_start_event()
    {
        await using var host = new RuntimeHost();
        string Version(string task) =>
            Of(
                $"""
                <process id="alarmed" isExecutable="true"><startEvent id="alarm_came"><signalEventDefinition signalRef="alarm" /></startEvent>
                {UserTask(task)}<endEvent id="end" />{Flow("alarm_came", task)}{Flow(task, "end")}</process>
                """,
                """<signal id="alarm" name="alarm" />"""
            );
        await host.DeployAsync(Version("first"));
        await host.DeployAsync(Version("second"), host.Now.AddDays(1));
        await BroadcastAsync(host);
        host.Instances().Select(host.Where).ShouldBe(["first"]);
        await host.AdvanceAsync(TimeSpan.FromDays(1));
        await BroadcastAsync(host);
        host.Instances().Select(host.Where).ShouldBe(["first", "second"]);
    }

    private static async Task BroadcastAsync(RuntimeHost host)
    {
        await host.SendAsync(scope =>
        {
            host.Runtime.BroadcastSignal(scope, "alarm", []);
            return null;
        });
        await host.AdvanceAsync();
    }

    private static ModifyInstance Modify(ActivateElement[] activate, long[] terminate) =>
        new([.. activate], [.. terminate], "test");
}
