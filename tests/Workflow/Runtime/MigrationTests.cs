using System.Collections.Immutable;
using Approvals.Kernel;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Runtime.Messages;
using Approvals.Workflow.Runtime.Migration;
using static Approvals.Workflow.Tests.Runtime.RuntimeModels;

namespace Approvals.Workflow.Tests.Runtime;

/// <summary>Running instances go on in another version, or are told why not.</summary>
public sealed class MigrationTests
{
    private static readonly Actor Clerk = new("p:1", ["clerk@centre"]);

    private static string Review(string task, string extra = "", string more = "") =>
        Of(
            $"""
            <process id="review" isExecutable="true"><startEvent id="start" />{UserTask(
                task
            )}{extra}<endEvent id="end" />
            {Flow("start", task)}{more}</process>
            """,
            Message("paid", "=case") + Message("settled", "=case")
        );

    [Fact]
    public async Task A_task_goes_on_under_another_name()
    {
        await using var host = new RuntimeHost();
        await host.DeployAsync(Review("check", more: Flow("check", "end")));
        var key = await host.StartAsync("review");
        await host.DeployAsync(
            Review("examine", UserTask("approve"), Flow("examine", "approve") + Flow("approve", "end"))
        );
        var preflight = host.Preflight("""{"process":"review"}""");
        preflight.Total.ShouldBe(1);
        preflight.Movable.ShouldBeEmpty();
        preflight.Hindrances.ShouldHaveSingleItem().Element.ShouldBe("check");
        preflight.Standing.ShouldHaveSingleItem().ShouldBe(new Standing(1, "check", 1));
        (await host.MigrateAsync("""{"process":"review","elements":{"check":"examine"}}""")).ShouldBe([null]);
        host.Where(key).ShouldBe("examine");
        await CompleteAsync(host, key);
        host.Where(key).ShouldBe("approve");
        await CompleteAsync(host, key);
        host.Where(key).ShouldBe("Completed");
    }

    [Fact]
    public async Task Tokens_that_wait_at_a_join_move_with_it()
    {
        string Forked(string extra, string more) =>
            Of(
                $"""
                <process id="forked" isExecutable="true"><startEvent id="start" /><parallelGateway id="fork" /><parallelGateway id="join" />
                {UserTask("left")}{UserTask("right")}{extra}<endEvent id="end" />{Flow("start", "fork")}{Flow(
                    "fork",
                    "left"
                )}{Flow("fork", "right")}
                {Flow("left", "join")}{more}{Flow("join", "end")}</process>
                """
            );
        await using var host = new RuntimeHost();
        await host.DeployAsync(Forked("", Flow("right", "join")));
        var key = await host.StartAsync("forked");
        await CompleteAsync(host, key, "left");
        await host.DeployAsync(Forked(UserTask("again"), Flow("right", "again") + Flow("again", "join")));
        (await host.MigrateAsync("""{"process":"forked"}""")).ShouldBe([null]);
        await CompleteAsync(host, key, "right");
        host.Where(key).ShouldBe("again");
        await CompleteAsync(host, key, "again");
        host.Where(key).ShouldBe("Completed");
    }

    [Fact]
    public async Task A_token_at_a_join_that_is_gone_holds_the_instance_back()
    {
        await using var host = new RuntimeHost();
        string Forked(string join) =>
            Of(
                $"""
                <process id="forked" isExecutable="true"><startEvent id="start" /><parallelGateway id="fork" />
                <parallelGateway id="{join}" />{UserTask("left")}{UserTask("right")}{Flow("start", "fork")}{Flow(
                    "fork",
                    "left"
                )}{Flow("fork", "right")}
                <endEvent id="end" />{Flow("left", join)}{Flow("right", join)}{Flow(join, "end")}</process>
                """
            );
        await host.DeployAsync(Forked("join"));
        var key = await host.StartAsync("forked");
        await CompleteAsync(host, key, "left");
        await host.DeployAsync(Forked("merge"));
        host.Preflight("""{"process":"forked"}""").Hindrances.ShouldHaveSingleItem().Element.ShouldBe("join");
        (
            await host.MigrateAsync(
                """{"process":"forked","elements":{"join":"merge"},"flows":{"left_join":"left_merge"}}"""
            )
        ).ShouldBe([null]);
        await CompleteAsync(host, key, "right");
        host.Where(key).ShouldBe("Completed");
    }

    [Fact]
    public async Task A_message_is_awaited_under_its_new_name()
    {
        string Waiting(string message) =>
            Of(
                $"""
                <process id="waiting" isExecutable="true"><startEvent id="start" />
                <intermediateCatchEvent id="catch"><messageEventDefinition messageRef="{message}" /></intermediateCatchEvent>
                <endEvent id="end" />{Flow("start", "catch")}{Flow("catch", "end")}</process>
                """,
                Message(message, "=case")
            );
        await using var host = new RuntimeHost();
        await host.DeployAsync(Waiting("paid"));
        var key = await host.StartAsync("waiting", ("case", FeelValue.From("A1")));
        await host.DeployAsync(Waiting("settled"));
        (await host.MigrateAsync("""{"process":"waiting"}""")).ShouldBe([null]);
        await host.SendAsync(scope =>
            Workflow.Runtime.ProcessRuntime.Publish(
                scope,
                new MessagePublication("settled", "A1", [], TimeSpan.FromHours(1))
            )
        );
        await host.AdvanceAsync();
        host.Where(key).ShouldBe("Completed");
    }

    [Fact]
    public async Task What_is_new_on_a_border_is_waited_for_and_what_is_gone_no_more()
    {
        string Bordered(string id, string time) =>
            Of(
                $"""
                <process id="bordered" isExecutable="true"><startEvent id="start" />{UserTask("work")}
                <boundaryEvent id="{id}" attachedToRef="work"><timerEventDefinition><timeDuration>{time}</timeDuration></timerEventDefinition></boundaryEvent>
                {UserTask("after")}<endEvent id="end" />{Flow("start", "work")}{Flow(id, "after")}{Flow(
                    "work",
                    "end"
                )}{Flow("after", "end")}</process>
                """
            );
        await using var host = new RuntimeHost();
        await host.DeployAsync(Bordered("early", "PT1H"));
        var key = await host.StartAsync("bordered");
        await host.DeployAsync(Bordered("late", "P2D"));
        (await host.MigrateAsync("""{"process":"bordered"}""")).ShouldBe([null]);
        await host.AdvanceAsync(TimeSpan.FromDays(1));
        host.Where(key).ShouldBe("work");
        await host.AdvanceAsync(TimeSpan.FromDays(1));
        host.Where(key).ShouldBe("after");
    }

    [Fact]
    public async Task An_order_that_makes_no_sense_says_so()
    {
        await using var host = new RuntimeHost();
        await host.DeployAsync(Review("check", more: Flow("check", "end")));
        host.Preflight("""{"process":"nothing"}""").Problem.ShouldNotBeNull();
        host.Preflight("""{"process":"review","from":7}""").Problem.ShouldNotBeNull();
        host.Preflight("""{"process":"review","elements":{"check":"nowhere"}}""").Problem!.ShouldContain("nowhere");
        MigrationOrder.Parse("""{"process":"review","form":1}""").Problem.ShouldNotBeNull();
    }

    private static async Task CompleteAsync(RuntimeHost host, long instance, string? element = null)
    {
        var task = host.Load(instance)
            .Waits.Items.ToArray()
            .OfType<UserTaskState>()
            .Single(each => element is null || each.Target.Id == element);
        (await host.ExecuteAsync(instance, new CompleteUserTask(task.Key, null, []), Clerk)).ShouldBeNull();
    }
}
