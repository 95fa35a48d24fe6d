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
/// Runs instances until nothing more can happen: whatever can be done now is done, oldest first; then messages are delivered;
/// then the clock moves.
/// </summary>
internal sealed class VirtualRun(ModelRunOptions options, List<RunMessage> messages, RunTrace trace)
{
    private readonly List<ProcessInstanceState> instances = [];
    private readonly HashSet<long> refused = [];
    private DateTimeOffset now = ModelRunOptions.Begin;
    private int steps;

    public void Run(IReadOnlyList<ProcessDefinition> definitions, ImmutableArray<Variable> variables)
    {
        foreach (var definition in definitions)
        {
            var key = (instances.Count + 1) * ProcessInstanceState.KeysPerInstance;
            instances.Add(new(definition));
            var start =
                definition.Content.Starts.Length > 1 ? definition.Elements[definition.Content.Starts[0]].Id : null;
            Send(instances[^1], new StartInstance(key, variables, start), Actor.System("run"));
        }

        while (!IsExhausted && (DoWork() || Deliver() || MoveClock())) { }

        Close();
    }

    private bool IsExhausted => steps >= options.MaxSteps;

    private void Close()
    {
        var limited = IsExhausted && instances.Exists(instance => instance.IsActive && instance.HasReadyTokens);
        if (limited)
        {
            trace.StepLimit();
        }

        for (var i = 0; i < instances.Count; i++)
        {
            if (instances[i].IsActive)
            {
                trace.Waiting(i + 1, instances[i]);
            }
        }

        var state =
            limited || instances.Exists(instance => instance.Incidents.Count > 0) ? "incident"
            : instances.Exists(instance => instance.IsActive) ? "waiting"
            : instances.Exists(instance => instance.Status != InstanceStatus.Completed) ? "terminated"
            : "completed";
        trace.End(state, instances);
    }

    /// <summary>One job, task or receive that need not wait, of the first instance that has one.</summary>
    private bool DoWork()
    {
        foreach (var instance in instances)
        {
            foreach (var wait in instance.Waits.Items)
            {
                if (wait.Owner.Incident is null && !refused.Contains(wait.Key) && Work(instance, wait))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool Work(ProcessInstanceState instance, WaitState wait)
    {
        switch (wait)
        {
            case JobState when options.CompleteUnbound:
                return Send(instance, new CompleteJob(wait.Key, []), Actor.System("run"));
            case JobState:
                var message = $"'{wait.Target.Id}' has no handler here.";
                return Send(instance, new FailJob(wait.Key, message, 0), Actor.System("run"));
            case UserTaskState task when options.CompleteUnbound:
                var outcome = ((UserTask)task.Target).Outcomes?.Outcomes[0].Value;
                return Send(instance, new CompleteUserTask(task.Key, outcome, []), Somebody(task));
            case MessageSubscriptionState { Target.Kind: ElementKind.ReceiveTask } receive
                when options.CompleteUnbound && !messages.Exists(m => m.Fits(receive)):
                return Send(instance, new CorrelateMessage(receive.Key, []), Actor.System("run"));
            default:
                return false;
        }
    }

    /// <summary>A person who may do the task and has done no other.</summary>
    private static Actor Somebody(UserTaskState task) =>
        task switch
        {
            { Assignee: { } assignee } => new(assignee, []),
            { CandidateGroups.IsEmpty: true, CandidateUsers: [var user, ..] } => new(user, []),
            _ => new($"system:run-{task.Key}", task.CandidateGroups),
        };

    private bool Deliver()
    {
        foreach (var message in messages)
        {
            if (message.At > now)
            {
                continue;
            }

            foreach (var instance in instances)
            {
                foreach (var wait in instance.Waits.Items)
                {
                    if (wait is MessageSubscriptionState subscription && message.Fits(subscription))
                    {
                        messages.Remove(message);
                        return Send(instance, new CorrelateMessage(wait.Key, message.Variables), Actor.System("run"));
                    }
                }
            }
        }

        return false;
    }

    /// <summary>Fires the next timer, or moves to the next message; waiting for timers alone is no reason to move.</summary>
    private bool MoveClock()
    {
        var arrival = messages.Where(message => message.At > now).Select(message => message.At).DefaultIfEmpty().Min();
        var (owner, timer) = NextTimer();
        if (timer is not null && (arrival == default ? options.CompleteUnbound : timer.Due <= arrival))
        {
            Advance(timer.Due);
            return Send(owner!, new TriggerTimer(timer.Key), Actor.System("run"));
        }

        if (arrival == default)
        {
            return false;
        }

        Advance(arrival);
        return true;
    }

    private (ProcessInstanceState? Owner, TimerState? Timer) NextTimer()
    {
        (ProcessInstanceState? Owner, TimerState? Timer) next = default;
        foreach (var instance in instances)
        {
            foreach (var wait in instance.Waits.Items)
            {
                if (wait is TimerState timer && (next.Timer is null || timer.Due < next.Timer.Due))
                {
                    next = (instance, timer);
                }
            }
        }

        return next;
    }

    private void Advance(DateTimeOffset instant)
    {
        now = instant > now ? instant : now;
        foreach (var instance in instances)
        {
            foreach (var clock in instance.Clocks)
            {
                if (clock is { Status: ClockStatus.Running, IsReminded: false } && clock.Dates.Reminder <= now)
                {
                    Send(instance, new TriggerClock(clock.Id, ClockTrigger.Reminder), Actor.System("run"));
                }

                if (clock is { Status: ClockStatus.Running, IsExpired: false } && clock.Dates.Due <= now)
                {
                    Send(instance, new TriggerClock(clock.Id, ClockTrigger.Expiry), Actor.System("run"));
                }
            }
        }
    }

    private bool Send(ProcessInstanceState instance, EngineCommand command, Actor actor)
    {
        StepResult result;
        do
        {
            var context = new StepContext(now, options.Calendar, actor)
            {
                MaxElementSteps = Math.Clamp(options.MaxSteps - steps, 0, 1000),
            };
            result = Engine.Step(context, instance, command);
            if (result.IsRejected)
            {
                // Only separation of duties can refuse what this run sends; the task stays as it is.
                if (command is CompleteUserTask task)
                {
                    refused.Add(task.Key);
                }

                return true;
            }

            foreach (var each in result.Events)
            {
                steps += each is ElementActivated ? 1 : 0;
                trace.Event(instances.IndexOf(instance) + 1, instance, each);
            }

            command = new Continue();
        } while (result.More && !IsExhausted);

        return true;
    }
}
