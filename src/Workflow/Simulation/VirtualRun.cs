using System.Collections.Immutable;
using Approvals.Kernel;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution;
using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Simulation;

/// <summary>
/// Runs instances until nothing more can happen. What can be done comes in this order, the oldest instance first: signals that were
/// thrown, messages that have arrived, jobs and tasks, then, under <c>--unbound=complete</c>, processes that wait for a trigger and receive tasks;
/// last the clock moves.
/// </summary>
internal sealed partial class VirtualRun
{
    private readonly ModelRunOptions options;
    private readonly RunTrace trace;
    private readonly List<RunInstance> instances = [];
    private readonly Starts starts;
    private readonly Messages messages;
    private readonly Queue<(RunInstance From, SignalBroadcast Signal)> signals = new();
    private readonly IDecisions? decisions;
    private readonly FileProcesses called;
    private DateTimeOffset now = ModelRunOptions.Begin;
    private int steps;
    private int numbers;

    public VirtualRun(
        ModelRunOptions options,
        Definitions file,
        ImmutableArray<Variable> variables,
        List<RunMessage> given,
        RunTrace trace
    )
    {
        this.options = options;
        this.trace = trace;
        starts = new(file, variables, options.Calendar);
        messages = new(given);
        decisions = options.CompleteUnbound ? new UnboundDecisions() : null;
        called = new(file);
    }

    private bool IsExhausted => steps >= options.MaxSteps;

    public void Run(IReadOnlyList<ProcessDefinition> definitions)
    {
        foreach (var definition in definitions)
        {
            Begin(definition);
        }

        while (
            !IsExhausted
            && (
                Broadcast()
                || Deliver()
                || DoWork()
                || BeginTrue()
                || (options.CompleteUnbound && Nudge())
                || MoveClock()
            )
        ) { }

        Close();
    }

    private void Begin(ProcessDefinition definition)
    {
        var number = ++numbers;
        if (definition.Content is { Starts.IsEmpty: true, ImplicitStarts.IsEmpty: true })
        {
            starts.Await(number, definition, now);
            return;
        }

        var start = definition.Content.Starts.Length > 1 ? definition.Elements[definition.Content.Starts[0]].Id : null;
        var instance = Add(number, definition);
        Send(instance, new StartInstance(KeyOf(number), starts.Variables.All, start), Actor.System("run"));
    }

    private void Begin(StartTrigger trigger, int number, ImmutableArray<Variable> payload)
    {
        var instance = Add(number > 0 ? number : ++numbers, trigger.Definition);
        var command = new TriggerStart(KeyOf(instance.Number), trigger.Event.Id, starts.Variables.All, payload);
        Send(instance, command, Actor.System("run"));
    }

    private RunInstance Add(int number, ProcessDefinition definition)
    {
        var instance = new RunInstance(number, new(definition));
        instances.Add(instance);
        return instance;
    }

    private static long KeyOf(int number) => number * ProcessInstanceState.KeysPerInstance;

    private void Close()
    {
        var limited = IsExhausted && instances.Exists(instance => instance.State.IsActive);
        if (limited)
        {
            trace.StepLimit();
        }

        foreach (var instance in instances)
        {
            if (instance.State.IsActive)
            {
                trace.Waiting(instance.Number, instance.State);
            }
        }

        foreach (var pending in starts.Pending)
        {
            trace.Waiting(pending);
        }

        var state =
            limited || instances.Exists(instance => instance.State.Incidents.Count > 0) ? "incident"
            : instances.Exists(instance => instance.State.IsActive) || starts.Pending.Count > 0 ? "waiting"
            : instances.Exists(instance => instance.State.Status != InstanceStatus.Completed) ? "terminated"
            : "completed";
        trace.End(state, instances.Select(instance => instance.State));
    }

    /// <summary>The oldest signal that has left its instance: to all others, and to the processes that it starts.</summary>
    private bool Broadcast()
    {
        if (!signals.TryDequeue(out var thrown))
        {
            return false;
        }

        var (name, payload) = (thrown.Signal.Name, thrown.Signal.Variables);
        foreach (var instance in instances.ToArray())
        {
            if (instance != thrown.From && instance.State.IsActive)
            {
                Send(instance, new BroadcastSignal(name, payload), Actor.System("run"));
            }
        }

        foreach (var (trigger, number) in starts.BySignal(name, now))
        {
            Begin(trigger, number, payload);
        }

        return true;
    }

    /// <summary>One job or task that need not wait, of the first instance that has one.</summary>
    private bool DoWork()
    {
        foreach (var instance in instances)
        {
            foreach (var wait in instance.State.Waits.After(instance.Worked))
            {
                instance.Worked = wait.Key;
                if (wait.Owner.Incident is null && Work(instance, wait))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool Work(RunInstance instance, WaitState wait)
    {
        switch (wait)
        {
            case JobState when options.CompleteUnbound:
                Send(instance, new CompleteJob(wait.Key, []), Actor.System("run"));
                return true;
            case JobState:
                var message = $"'{wait.Target.Id}' has no handler here.";
                Send(instance, new FailJob(wait.Key, message, 0), Actor.System("run"));
                return true;
            case UserTaskState task when options.CompleteUnbound:
                var outcome = ((UserTask)task.Target).Outcomes?.Outcomes[0].Value;
                Send(instance, new CompleteUserTask(task.Key, outcome, []), RunActors.Fitting(task));
                return true;
            default:
                return false;
        }
    }

    /// <summary>To whoever waits for the message, else to the process that it starts.</summary>
    private bool Deliver()
    {
        foreach (var message in messages.Arrived(now))
        {
            foreach (var instance in instances)
            {
                if (instance.State.IsActive && Messages.Find(instance.State, message) is { } subscription)
                {
                    messages.Take(message);
                    Send(instance, new CorrelateMessage(subscription.Key, message.Variables), Actor.System("run"));
                    return true;
                }
            }

            if (starts.ByMessage(message, now) is { } start)
            {
                messages.Take(message);
                if (start.Trigger is { } trigger)
                {
                    Begin(trigger, start.Number, message.Variables);
                }

                return true;
            }
        }

        return false;
    }

    /// <summary>A process with a conditional start event whose condition is true.</summary>
    private bool BeginTrue()
    {
        if (starts.ByCondition(now) is not { } start)
        {
            return false;
        }

        Begin(start.Trigger, start.Number, []);
        return true;
    }

    /// <summary>What would wait for ever: a process for its first trigger, then a receive task for its message.</summary>
    private bool Nudge()
    {
        if (starts.ByItself(messages.All, now) is { } pending)
        {
            Begin(pending.First, pending.Number, []);
            return true;
        }

        foreach (var instance in instances)
        {
            foreach (var wait in instance.State.Waits.Items)
            {
                if (
                    wait is MessageSubscriptionState { Target.Kind: ElementKind.ReceiveTask } receive
                    && wait.Owner is ElementInstance { Incident: null } owner
                    && owner.Element == wait.Target
                    && !messages.All.Exists(message => message.Fits(receive))
                )
                {
                    Send(instance, new CorrelateMessage(receive.Key, []), Actor.System("run"));
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>A rejection changes nothing: separation of duties leaves a task as it is, nobody listens to a signal.</summary>
    private void Send(RunInstance instance, EngineCommand command, Actor actor)
    {
        StepResult result;
        do
        {
            var context = new StepContext(now, options.Calendar, actor)
            {
                MaxElementSteps = Math.Clamp(options.MaxSteps - steps, 0, 1000),
                Decisions = decisions,
                CalledProcesses = called,
            };
            result = Engine.Step(context, instance.State, command);
            foreach (var each in result.Events)
            {
                trace.Event(instance.Number, instance.State, each);
                Follow(instance, each);
            }

            command = new Continue();
        } while (!result.IsRejected && result.More && !IsExhausted);
    }

    private void Follow(RunInstance instance, WorkflowEvent each)
    {
        switch (each)
        {
            case ElementActivated:
                steps++;
                break;
            case MessageThrown e:
                messages.Add(new(e.Name, e.CorrelationKey, e.Variables, now) { Thrower = instance.State.Definition });
                break;
            case SignalBroadcast e:
                signals.Enqueue((instance, e));
                break;
        }
    }
}
