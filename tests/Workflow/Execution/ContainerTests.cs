using System.Diagnostics;
using System.Globalization;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution;
using Approvals.Workflow.Execution.Codecs;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Simulation;

namespace Approvals.Workflow.Tests.Execution;

/// <summary>What traces can't show of sub-processes, loops and calls: bounds, sizes and endless models.</summary>
public sealed class ContainerTests
{
    [Fact]
    public void A_process_that_calls_itself_without_end_is_an_incident()
    {
        var file = Models.ReadAll("call-activity-endless");
        var instance = new TestInstance(file.Processes[0], new FileProcesses(file));

        instance.Start();

        var incident = instance.State.Incidents.Items.ToArray().ShouldHaveSingleItem();
        incident.Kind.ShouldBe(IncidentKind.Call);
        instance.State.Elements.Count.ShouldBe(101);
        instance.Send(new CancelInstance("enough")).IsRejected.ShouldBeFalse();
        instance.State.Elements.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("multi-instance-parallel")]
    [InlineData("multi-instance-sequential-script")]
    public void Many_rounds_run_in_bounded_steps_and_write_a_bounded_number_of_events_each(string model)
    {
        const int rounds = 100_000;
        var state = new ProcessInstanceState(Models.Read(model));
        var items = FeelValue.From([.. Enumerable.Range(1, rounds).Select(i => FeelValue.From(i))]);
        EngineCommand command = new StartInstance(TestInstance.Key, [new("items", items)]);
        var (events, steps, bytes) = (0, 0, 0L);
        bool more;
        do
        {
            var context = new StepContext(new TestInstance(state.Definition).Now, Holidays.Calendar2026, new("a", []));
            var result = Engine.Step(context, state, command);
            result.Events.OfType<ElementActivated>().Count().ShouldBeLessThanOrEqualTo(1001);
            events += result.Events.Count;
            bytes += TestInstance.Encode(result.Events).Length;
            steps++;
            more = result.More;
            command = new Continue();
        } while (more);

        state.Status.ShouldBe(InstanceStatus.Completed);
        state.Root.TryGetValue("results", out var results).ShouldBeTrue();
        results.AsList().Count.ShouldBe(rounds);
        steps.ShouldBeInRange(100, 102);
        events.ShouldBeLessThan((5 * rounds) + 20);
        bytes.ShouldBeLessThan(rounds * 600L);
    }

    [Fact]
    public void Many_waiting_rounds_end_one_by_one_without_a_search()
    {
        const int rounds = 20_000;
        var definition = Models.Read("multi-instance-output");
        var state = new ProcessInstanceState(definition);
        var items = FeelValue.From([.. Enumerable.Range(1, rounds).Select(i => FeelValue.From(i))]);
        var context = new StepContext(new TestInstance(definition).Now, Holidays.Calendar2026, new("a", []));
        EngineCommand command = new StartInstance(
            TestInstance.Key,
            [new("items", items), new("total", FeelValue.From(0))]
        );
        while (Engine.Step(context, state, command).More)
        {
            command = new Continue();
        }

        state.Waits.Count.ShouldBe(rounds);
        while (state.IsActive)
        {
            Engine.Step(context, state, new CompleteJob(state.Waits.Items[0].Key, [new("got", FeelValue.From(1))]));
        }

        state.Root.TryGetValue("total", out var total).ShouldBeTrue();
        total.ShouldBe(FeelValue.From(rounds));
    }
}
