using System.Globalization;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Simulation;

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
            var file = Models.ParseAll(new RandomModel(random).Xml());
            var events = Run(file, random);

            events.OfType<InstanceCompleted>().ShouldHaveSingleItem().ShouldBe(events[^1]);
            CheckLives(events);
            CheckTokens(file, events);
            CheckRounds(events);
            CheckCompensation(events);
        }
    }

    [Fact]
    public void The_bound_of_a_step_changes_nothing_but_where_it_stops()
    {
        foreach (var seed in Enumerable.Range(1, 20))
        {
            var file = Models.ParseAll(new RandomModel(new Random(seed)).Xml());
            var whole = new TestInstance(file.Processes[0], new FileProcesses(file));
            var pieces = new TestInstance(file.Processes[0], new FileProcesses(file)) { MaxElementSteps = 1 };

            whole.Start("""{"r": 1}""");
            var result = pieces.Start("""{"r": 1}""");
            while (result.More)
            {
                result = pieces.Send(new Continue());
            }

            TestInstance.Snapshot(pieces.State).ShouldBe(TestInstance.Snapshot(whole.State));
        }
    }

    private static List<WorkflowEvent> Run(Definitions file, Random random)
    {
        var instance = new TestInstance(file.Processes[0], new FileProcesses(file))
        {
            Actor = new("p:1", ["clerk@hall"]),
            MaxElementSteps = random.Next(1, 20),
        };
        var events = new List<WorkflowEvent>();
        var result = instance.Start("""{"r": 1}""");
        for (var turns = 0; ; turns++)
        {
            turns.ShouldBeLessThan(400);
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
        // Events that may happen for ever must not keep the work from being done.
        var waits = instance.State.Waits.Items.ToArray();
        var once = Array.FindAll(waits, wait => wait.Target is not StartEvent { Repeats: true });
        waits = once.Length > 0 && random.Next(4) > 0 ? once : waits;
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
            case JobState { Retries: > 0 } when random.Next(6) == 0:
                return new ThrowJobError(wait.Key, "e", news);
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

    /// <summary>What was activated ended exactly once, and nothing outlived what it was inside of.</summary>
    internal static void CheckLives(List<WorkflowEvent> events)
    {
        var inside = new Dictionary<long, int> { [TestInstance.Key] = 0 };
        var scopes = new Dictionary<long, long>();
        foreach (var each in events)
        {
            switch (each)
            {
                case ElementActivated e:
                    inside[e.ScopeKey]++;
                    inside.Add(e.Key, 0);
                    scopes.Add(e.Key, e.ScopeKey);
                    break;
                case ElementCompleted e:
                    End(e.Key);
                    break;
                case ElementTerminated e:
                    End(e.Key);
                    break;
            }
        }

        inside.ShouldHaveSingleItem().Value.ShouldBe(0);

        void End(long key)
        {
            inside.Remove(key, out var left).ShouldBeTrue();
            left.ShouldBe(0);
            inside[scopes[key]]--;
        }
    }

    /// <summary>
    /// Every token on a flow went into its target or was discarded with its scope, and no join went ahead without one token from each
    /// side.
    /// </summary>
    internal static void CheckTokens(Definitions file, List<WorkflowEvent> events)
    {
        var flows = file.Processes.SelectMany(process => process.Flows).ToDictionary(flow => flow.Id);
        var elements = file
            .Processes.SelectMany(process => process.Elements.Select(element => (process, element)))
            .ToDictionary(pair => pair.element.Id);
        var tokens = new Dictionary<(long Scope, string Flow), int>();
        foreach (var each in events)
        {
            switch (each)
            {
                case FlowTaken taken:
                    flows.ShouldContainKey(taken.FlowId);
                    tokens[(taken.ScopeKey, taken.FlowId)] =
                        tokens.GetValueOrDefault((taken.ScopeKey, taken.FlowId)) + 1;
                    break;
                case TokensDiscarded discarded:
                    foreach (var gone in tokens.Keys.Where(key => key.Scope == discarded.ScopeKey).ToList())
                    {
                        tokens.Remove(gone);
                    }

                    break;
                case ElementActivated { FlowId: { } via } activated:
                    var (process, element) = elements[activated.ElementId];
                    foreach (var flow in element.IsJoin ? element.Incoming.Select(i => process.Flows[i].Id) : [via])
                    {
                        tokens.ShouldContainKey((activated.ScopeKey, flow));
                        tokens[(activated.ScopeKey, flow)]--;
                        tokens[(activated.ScopeKey, flow)].ShouldBeGreaterThanOrEqualTo(0);
                    }

                    break;
            }
        }

        tokens.Values.ShouldAllBe(left => left == 0);
    }

    /// <summary>No more rounds than there are items, each ended at most once, and none after the last.</summary>
    private static void CheckRounds(List<WorkflowEvent> events)
    {
        var bodies = new Dictionary<long, (int Rounds, HashSet<int> Ended, bool IsOver)>();
        foreach (var each in events)
        {
            if (each is LoopStarted started)
            {
                bodies.Add(started.Key, (started.Rounds, [], false));
            }
            else if (each is RoundEnded ended)
            {
                var (rounds, done, isOver) = bodies[ended.Key];
                isOver.ShouldBeFalse();
                done.Add(ended.Round).ShouldBeTrue();
                done.Count.ShouldBeLessThanOrEqualTo(rounds < 0 ? 2 : rounds);
                bodies[ended.Key] = (rounds, done, ended.IsLast);
            }
        }
    }

    /// <summary>
    /// No activity is compensated twice, and each compensation goes backwards through the completions; the rounds of a body stand
    /// where the body completed.
    /// </summary>
    private static void CheckCompensation(List<WorkflowEvent> events)
    {
        var completions = new Dictionary<long, int>();
        var bodies = events.OfType<LoopStarted>().Select(started => started.Key).ToHashSet();
        var scopes = events.OfType<ElementActivated>().ToDictionary(e => e.Key, e => e.ScopeKey);
        var last = new Dictionary<long, int>();
        var compensated = new HashSet<long>();
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i] is ElementCompleted completed)
            {
                completions[completed.Key] = i;
            }
            else if (events[i] is CompensationTurned turned)
            {
                compensated.Add(turned.Activity).ShouldBeTrue();
                var scope = scopes[turned.Activity];
                var completion = completions[bodies.Contains(scope) ? scope : turned.Activity];
                completion.ShouldBeLessThanOrEqualTo(last.GetValueOrDefault(turned.Key, int.MaxValue));
                last[turned.Key] = completion;
            }
        }
    }
}
