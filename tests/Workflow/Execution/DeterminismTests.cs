using System.Globalization;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Tests.Execution;

/// <summary>
/// Random models, random order of work, random failures, random bounds of a step, random restarts from journal or snapshot.
/// <see cref="TestInstance.Send"/> compares journal, snapshot and state after every command.
/// </summary>
public sealed class DeterminismTests
{
    private const int ModelsPerSeed = 10;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 30)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_instance_completes_and_no_token_is_lost(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < ModelsPerSeed; i++)
        {
            var definition = Models.Parse(new RandomModel(random).Xml());
            var events = Run(definition, random);

            events.OfType<InstanceCompleted>().ShouldHaveSingleItem().ShouldBe(events[^1]);
            CheckLives(events);
            CheckTokens(definition, events);
        }
    }

    [Fact]
    public void The_bound_of_a_step_changes_nothing_but_where_it_stops()
    {
        foreach (var seed in Enumerable.Range(1, 20))
        {
            var definition = Models.Parse(new RandomModel(new Random(seed)).Xml());
            var whole = new TestInstance(definition);
            var pieces = new TestInstance(definition) { MaxElementSteps = 1 };

            whole.Start("""{"r": 1}""");
            var result = pieces.Start("""{"r": 1}""");
            while (result.More)
            {
                result = pieces.Send(new Continue());
            }

            TestInstance.Snapshot(pieces.State).ShouldBe(TestInstance.Snapshot(whole.State));
        }
    }

    private static List<WorkflowEvent> Run(ProcessDefinition definition, Random random)
    {
        var instance = new TestInstance(definition)
        {
            Actor = new("p:1", ["clerk@hall"]),
            MaxElementSteps = random.Next(1, 20),
        };
        var events = new List<WorkflowEvent>();
        var result = instance.Start("""{"r": 1}""");
        for (var turns = 0; ; turns++)
        {
            turns.ShouldBeLessThan(2000);
            result.Rejection.ShouldBeNull();
            events.AddRange(result.Events);
            if (random.Next(4) == 0)
            {
                instance.Restart(fromJournal: random.Next(2) == 0);
            }

            if (!instance.State.IsActive)
            {
                return events;
            }

            result = instance.Send(result.More ? new Continue() : Choose(instance, random));
        }
    }

    private static EngineCommand Choose(TestInstance instance, Random random)
    {
        var incidents = instance.State.Incidents.Items;
        var waits = instance.State.Waits.Items;
        var choice = random.Next(incidents.Length + waits.Length);
        if (choice < incidents.Length)
        {
            return new ResolveIncident(incidents[choice].Key);
        }

        var wait = waits[choice - incidents.Length];
        var news = TestInstance.Variables("{\"r\": " + random.Next(4).ToString(CultureInfo.InvariantCulture) + "}");
        switch (wait)
        {
            case JobState { Retries: > 0 } when random.Next(5) == 0:
                return new FailJob(wait.Key, "broken", 0);
            case JobState:
                return new CompleteJob(wait.Key, news);
            case UserTaskState:
                return new CompleteUserTask(wait.Key, null, news);
            case TimerState timer:
                instance.Now = timer.Due > instance.Now ? timer.Due : instance.Now;
                return new TriggerTimer(wait.Key);
            default:
                return new CorrelateMessage(wait.Key, news);
        }
    }

    /// <summary>What was activated ended exactly once.</summary>
    internal static void CheckLives(List<WorkflowEvent> events)
    {
        var alive = new HashSet<long>();
        foreach (var each in events)
        {
            switch (each)
            {
                case ElementActivated e:
                    alive.Add(e.Key).ShouldBeTrue();
                    break;
                case ElementCompleted e:
                    alive.Remove(e.Key).ShouldBeTrue();
                    break;
                case ElementTerminated e:
                    alive.Remove(e.Key).ShouldBeTrue();
                    break;
            }
        }

        alive.ShouldBeEmpty();
    }

    /// <summary>
    /// Every token on a flow went into its target, and no join went ahead without one token from each side.
    /// </summary>
    internal static void CheckTokens(ProcessDefinition definition, List<WorkflowEvent> events)
    {
        var onFlow = new int[definition.Flows.Length];
        foreach (var each in events)
        {
            if (each is FlowTaken taken)
            {
                onFlow[definition.FindFlow(taken.FlowId)!.Index]++;
            }
            else if (each is ElementActivated { FlowId: { } via } activated)
            {
                var element = definition.FindElement(activated.ElementId)!;
                foreach (var flow in element.IsJoin ? element.Incoming : [definition.FindFlow(via)!.Index])
                {
                    (--onFlow[flow]).ShouldBeGreaterThanOrEqualTo(0);
                }
            }
        }

        onFlow.ShouldAllBe(tokens => tokens == 0);
    }
}
