using Approvals.Kernel.Turns;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Runtime;
using Approvals.Workflow.Runtime.Messages;
using static Approvals.Workflow.Tests.Runtime.RuntimeModels;

namespace Approvals.Workflow.Tests.Runtime;

/// <summary>Messages between instances and from outside, through the store.</summary>
public sealed class MessageTests
{
    private static readonly string Waiting = Of(
        $"""
        <process id="waiting" isExecutable="true"><startEvent id="start" />
        <intermediateCatchEvent id="paid"><messageEventDefinition messageRef="payment" /></intermediateCatchEvent><endEvent id="end" />
        {Flow("start", "paid")}{Flow("paid", "end")}</process>
        """,
        Message("payment", "=case")
    );

    private static readonly string WaitingLater = Of(
        $"""
        <process id="later" isExecutable="true"><startEvent id="start" />{UserTask("first")}
        <intermediateCatchEvent id="paid"><messageEventDefinition messageRef="payment" /></intermediateCatchEvent><endEvent id="end" />
        {Flow("start", "first")}{Flow("first", "paid")}{Flow("paid", "end")}</process>
        """,
        Message("payment", "=case")
    );

    [Fact]
    public async Task A_message_finds_the_instance_with_its_key()
    {
        await using var host = new RuntimeHost();
        await host.DeployAsync(Waiting);
        var first = await host.StartAsync("waiting", ("case", FeelValue.From("A1")));
        var second = await host.StartAsync("waiting", ("case", FeelValue.From("A2")));
        await PublishAsync(host, "payment", "A2", TimeSpan.Zero);
        await host.AdvanceAsync();
        host.Where(first).ShouldBe("paid");
        host.Where(second).ShouldBe("Completed");
        host.Load(second).Root.Variables.TryGetValue("amount", out var amount).ShouldBeTrue();
        amount.ToString().ShouldBe("12");
        host.Count("published_message").ShouldBe(0);
    }

    [Fact]
    public async Task A_message_that_comes_early_is_kept_for_its_time_to_live()
    {
        var host = new RuntimeHost();
        await host.DeployAsync(WaitingLater);
        var key = await host.StartAsync("later", ("case", FeelValue.From("A1")));
        await PublishAsync(host, "payment", "A1", TimeSpan.FromHours(2));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        host = await host.RestartAsync();
        await using (host)
        {
            await CompleteAsync(host, key);
            host.Where(key).ShouldBe("paid");
            await host.AdvanceAsync();
            host.Where(key).ShouldBe("Completed");
        }
    }

    [Fact]
    public async Task A_message_is_gone_when_its_time_is_over()
    {
        await using var host = new RuntimeHost();
        await host.DeployAsync(WaitingLater);
        var key = await host.StartAsync("later", ("case", FeelValue.From("A1")));
        await PublishAsync(host, "payment", "A1", TimeSpan.FromHours(2));
        await host.AdvanceAsync(TimeSpan.FromHours(3));
        host.Count("published_message").ShouldBe(0);
        await CompleteAsync(host, key);
        await host.AdvanceAsync();
        host.Where(key).ShouldBe("paid");
    }

    [Fact]
    public async Task A_message_without_anybody_is_not_kept_when_it_has_no_time_to_live()
    {
        await using var host = new RuntimeHost();
        await PublishAsync(host, "payment", "A1", TimeSpan.Zero);
        await host.AdvanceAsync();
        host.Count("published_message").ShouldBe(0);
    }

    [Fact]
    public async Task The_same_message_twice_is_refused_while_the_first_is_kept()
    {
        await using var host = new RuntimeHost();
        (await PublishAsync(host, "payment", "A1", TimeSpan.FromHours(1), "m-1")).ShouldBeNull();
        (await PublishAsync(host, "payment", "A1", TimeSpan.FromHours(1), "m-1")).ShouldBe("message.repeated");
        (await PublishAsync(host, "payment", "A2", TimeSpan.FromHours(1), "m-1")).ShouldBeNull();
        (await PublishAsync(host, "payment", "A2", TimeSpan.FromDays(-1))).ShouldBe("message.time-to-live");
    }

    [Fact]
    public async Task One_message_goes_to_one_receiver()
    {
        await using var host = new RuntimeHost();
        await host.DeployAsync(Waiting);
        var keys = new[]
        {
            await host.StartAsync("waiting", ("case", FeelValue.From("A1"))),
            await host.StartAsync("waiting", ("case", FeelValue.From("A1"))),
        };
        await PublishAsync(host, "payment", "A1", TimeSpan.FromHours(1));
        await host.AdvanceAsync();
        keys.Select(host.Where).ShouldBe(["Completed", "paid"]);
    }

    [Fact]
    public async Task A_thrown_message_starts_another_process()
    {
        await using var host = new RuntimeHost();
        await host.DeployAsync(
            Of(
                $"""
                <process id="asking" isExecutable="true"><startEvent id="start" />
                <endEvent id="asked"><messageEventDefinition messageRef="question" /></endEvent>{Flow(
                    "start",
                    "asked"
                )}</process>
                <process id="answering" isExecutable="true">
                <startEvent id="question_came"><messageEventDefinition messageRef="question" /></startEvent>{UserTask(
                    "answer"
                )}
                <endEvent id="end" />{Flow("question_came", "answer")}{Flow("answer", "end")}</process>
                """,
                Message("question", null)
            )
        );
        var asking = await host.StartAsync("asking", ("subject", FeelValue.From("排水")));
        host.Where(asking).ShouldBe("Completed");
        await host.AdvanceAsync();
        var answering = host.Instances().Single(key => key != asking);
        host.Where(answering).ShouldBe("answer");
    }

    private static async Task<string?> PublishAsync(
        RuntimeHost host,
        string name,
        string? key,
        TimeSpan timeToLive,
        string? id = null
    )
    {
        var message = new MessagePublication(
            name,
            key,
            RuntimeHost.Variables(("amount", FeelValue.From(12))),
            timeToLive,
            id
        );
        return (await host.SendAsync((TurnScope scope) => ProcessRuntime.Publish(scope, message)))?.Code;
    }

    private static async Task CompleteAsync(RuntimeHost host, long instance)
    {
        var task = host.Load(instance).Waits.Items[0].Key;
        var clerk = new Kernel.Actor("p:1", ["clerk@centre"]);
        (await host.ExecuteAsync(instance, new CompleteUserTask(task, null, []), clerk)).ShouldBeNull();
    }
}
