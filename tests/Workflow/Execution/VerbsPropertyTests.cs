using Approvals.Kernel;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Tests.Execution;

/// <summary>
/// Random people do random things with the tasks of random models, then everybody finishes. After every command journal,
/// snapshot and state are compared (<see cref="TestInstance.Send"/>) and the invariants of tasks checked.
/// </summary>
public sealed class VerbsPropertyTests
{
    private const int ModelsPerSeed = 5;
    private const int FreeTurns = 60;
    private static readonly Actor[] People =
    [
        .. Enumerable.Range(1, 5).Select(i => new Actor($"p:{i}", ["clerk@hall"])),
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_verb_breaks_an_invariant_and_every_instance_completes(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < ModelsPerSeed; i++)
        {
            var file = Models.ParseAll(new RandomModel(random, verbs: true).Xml());

            var events = Run(file.Processes[0], random);

            events.OfType<InstanceCompleted>().ShouldHaveSingleItem().ShouldBe(events[^1]);
            DeterminismTests.CheckLives(events);
            DeterminismTests.CheckTokens(file, events);
            CheckSigners(events);
        }
    }

    /// <summary>The property is worth something only if every verb happens, and happens often.</summary>
    [Fact]
    public void Every_verb_happens()
    {
        var random = new Random(7);
        var kinds = Enumerable
            .Range(0, 400)
            .SelectMany(_ => Run(Models.Parse(new RandomModel(random, verbs: true).Xml()), random))
            .CountBy(each => each.Kind)
            .ToDictionary();

        for (var kind = EventKind.UserTaskCreated; kind <= EventKind.UserTaskUrged; kind++)
        {
            kinds.GetValueOrDefault(kind).ShouldBeGreaterThan(5, kind.ToString());
        }
    }

    private static List<WorkflowEvent> Run(ProcessDefinition definition, Random random)
    {
        var instance = new TestInstance(definition) { MaxElementSteps = random.Next(1, 20) };
        var events = new List<WorkflowEvent>();
        var result = instance.Start("""{"r": 1}""");
        for (var turns = 0; ; turns++)
        {
            turns.ShouldBeLessThan(3000);
            events.AddRange(result.Events);
            Check(instance.State);
            if (random.Next(6) == 0)
            {
                instance.Restart(fromJournal: random.Next(2) == 0);
            }

            if (!instance.State.IsActive)
            {
                return events;
            }

            instance.Actor = People[random.Next(People.Length)];
            instance.Now = instance.Now.AddMinutes(random.Next(200));
            result = instance.Send(
                instance.State.HasReadyTokens ? new Continue() : Choose(instance, random, isFree: turns < FreeTurns)
            );
        }
    }

    private static EngineCommand Choose(TestInstance instance, Random random, bool isFree)
    {
        var waits = instance.State.Waits.Items;
        var wait = waits[random.Next(waits.Length)];
        switch (wait)
        {
            case JobState:
                return new CompleteJob(wait.Key, TestInstance.Variables("{\"r\": 1}"));
            case TimerState timer:
                instance.Now = timer.Due > instance.Now ? timer.Due : instance.Now;
                return new TriggerTimer(wait.Key);
            case MessageSubscriptionState:
                return new CorrelateMessage(wait.Key, []);
            default:
                var task = (UserTaskState)wait;
                return isFree ? AnyVerb(instance, task, random) : Forward(instance, task);
        }
    }

    private static EngineCommand AnyVerb(TestInstance instance, UserTaskState task, Random random)
    {
        var to = People[random.Next(People.Length)];
        var signer = task.Signers.IsEmpty ? null : task.Signers[random.Next(task.Signers.Length)];
        if (random.Next(3) > 0)
        {
            // Mostly somebody who may: else almost all verbs would be refused.
            var who = random.Next(2) == 0 ? signer?.UserId : task.Assignee;
            instance.Actor = People.FirstOrDefault(person => person.Id == who) ?? instance.Actor;
        }

        var signerKey = signer?.Key ?? 1;
        var edges = ((UserTask)task.Target).Returns;
        var target = edges.IsEmpty ? "nowhere" : instance.State.Definition.Elements[edges[0].Target].Id;
        return random.Next(16) switch
        {
            0 => new ClaimUserTask(task.Key),
            1 => new UnclaimUserTask(task.Key),
            2 => new HandOverUserTask(task.Key, to, "because"),
            3 => new DelegateUserTask(task.Key, to, "because"),
            4 => new ResolveDelegation(task.Key, "done"),
            5 or 6 => new AddSigner(task.Key, (SignerOrder)random.Next(3), to, null, "because"),
            7 => new AddSigner(task.Key, (SignerOrder)random.Next(3), null, "clerk@hall", "because"),
            8 => new RemoveSigner(task.Key, signerKey, "because"),
            9 or 14 or 15 => new SignUserTask(task.Key, signerKey, random.Next(2) == 0, "so"),
            10 => new ReturnUserTask(task.Key, target, "because", random.Next(2) == 0 ? to : null),
            11 => new WithdrawUserTask(task.Key, target, null),
            12 when random.Next(2) == 0 => new CopyUserTask(task.Key, [to.Id], null),
            12 => new UrgeUserTask(task.Key, null),
            _ => new CompleteUserTask(task.Key, null, TestInstance.Variables("{\"r\": 2}")),
        };
    }

    /// <summary>What brings the task on: signatures first, then whoever has it.</summary>
    private static EngineCommand Forward(TestInstance instance, UserTaskState task)
    {
        if (task.DelegatedBy is not null)
        {
            instance.Actor = People.Single(person => person.Id == task.Assignee);
            return new ResolveDelegation(task.Key, "done");
        }

        if (task.Signers.FirstOrDefault(task.IsTurnOf) is { } signer)
        {
            instance.Actor = People.First(person =>
                signer.UserId is { } user
                    ? person.Id == user
                    : person.Id != task.Assignee
                        && task.Signers.All(other => other.UserId != person.Id && other.SignedBy != person.Id)
            );
            return new SignUserTask(task.Key, signer.Key, Agrees: true, null);
        }

        instance.Actor = task.Assignee is { } assignee
            ? People.Single(person => person.Id == assignee)
            : People.First(person =>
                task.Signers.All(other => other.UserId != person.Id && other.SignedBy != person.Id)
            );
        return new CompleteUserTask(task.Key, null, []);
    }

    private static void Check(ProcessInstanceState state)
    {
        var tasks = state.Waits.Items.ToArray().OfType<UserTaskState>().ToList();
        foreach (var element in state.Elements.Items)
        {
            if (element.Element is UserTask && element.Incident is null && !element.IsBody)
            {
                tasks.Count(task => task.Owner == element).ShouldBe(1, "one open task for an active user task");
            }
        }

        foreach (var task in tasks)
        {
            if (task.Submission is not null)
            {
                task.Assignee.ShouldBe(task.Submission.ActorId);
                task.Awaits(SignerOrder.Before).ShouldBeFalse();
                task.Awaits(SignerOrder.After, SignerOrder.Parallel).ShouldBeTrue("somebody is awaited");
                task.Signers.ShouldContain(signer => task.IsTurnOf(signer), "somebody can sign");
            }

            if (task.DelegatedBy is not null)
            {
                task.Submission.ShouldBeNull();
                task.Assignee.ShouldNotBeNull().ShouldNotBe(task.DelegatedBy);
            }

            task.Signers.Length.ShouldBeLessThanOrEqualTo(3);
            task.Signers.ShouldAllBe(signer => signer.SignedBy == null || signer.SignedBy != task.Assignee);
            var signed = task.Signers.Select(signer => signer.SignedBy).OfType<string>().ToList();
            signed.ShouldBeUnique();
            task.Copies.ShouldBeUnique();
        }
    }

    /// <summary>Nothing was submitted before the before-signers, nothing completed before all of them, and each only once.</summary>
    private static void CheckSigners(List<WorkflowEvent> events)
    {
        var orders = new Dictionary<long, (long Task, SignerOrder Order)>();
        var open = new HashSet<long>();
        IEnumerable<SignerOrder> OpenOf(long task) =>
            open.Where(key => orders[key].Task == task).Select(key => orders[key].Order);
        foreach (var each in events)
        {
            switch (each)
            {
                case SignerAdded e:
                    orders.Add(e.Key, (e.TaskKey, e.Order));
                    open.Add(e.Key);
                    break;
                case SignerRemoved e:
                    open.Remove(e.Key).ShouldBeTrue();
                    orders.Remove(e.Key);
                    break;
                case UserTaskSigned e:
                    open.Remove(e.Key).ShouldBeTrue();
                    break;
                case UserTaskSubmitted e:
                    OpenOf(e.Key).ShouldNotBeEmpty();
                    OpenOf(e.Key).ShouldNotContain(SignerOrder.Before);
                    break;
                case UserTaskReopened e:
                    open.UnionWith(orders.Where(o => o.Value == (e.Key, SignerOrder.After)).Select(o => o.Key));
                    break;
                case UserTaskCompleted e:
                    OpenOf(e.Key).ShouldBeEmpty();
                    break;
            }
        }
    }
}
