using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution;
using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Simulation.Scenarios;

/// <summary>One instance on a clock of its own, with the workers that the story gives it; it remembers what happened.</summary>
internal sealed class ScenarioStage
{
    private const int MostSteps = 100_000;
    private readonly WorkingCalendar calendar;
    private readonly FileProcesses called;
    private readonly FileDecisions decisions;
    private readonly ScenarioGiven given;
    private int steps;

    public ScenarioStage(
        Definitions definitions,
        ProcessDefinition process,
        FileDecisions decisions,
        WorkingCalendar calendar,
        ScenarioGiven given
    )
    {
        this.decisions = decisions;
        this.calendar = calendar;
        this.given = given;
        called = new FileProcesses(definitions);
        State = new ProcessInstanceState(process);
        Now = given.Clock ?? ModelRunOptions.Begin;
    }

    public ProcessInstanceState State { get; }
    public DateTimeOffset Now { get; private set; }

    /// <summary>Ids of the elements in the order in which they were entered.</summary>
    public List<string> Entered { get; } = [];

    /// <summary>Ids of the flows taken, in order.</summary>
    public List<string> Taken { get; } = [];

    /// <summary>Names of the messages thrown, in order.</summary>
    public List<string> Messages { get; } = [];

    /// <summary>At the start event that the story names, which may be one with a trigger.</summary>
    public string? Start(ImmutableArray<Variable> variables)
    {
        const long key = ProcessInstanceState.KeysPerInstance;
        EngineCommand start =
            given.Start is { } id && State.Definition.FindElement(id) is CatchEvent
                ? new TriggerStart(key, id, variables, [])
                : new StartInstance(key, variables, given.Start);
        return Send(start, Actor.System("scenario"));
    }

    /// <summary>Gives the command and lets the workers answer; null, or the code of the rejection.</summary>
    public string? Send(EngineCommand command, Actor actor)
    {
        if (Step(command, actor) is { } rejection)
        {
            return rejection;
        }

        while (steps < MostSteps && NextAnswer() is { } answer)
        {
            Step(answer, Actor.System("worker"));
        }

        return null;
    }

    /// <summary>Moves the clock; whatever is due on the way fires at its own instant, the earliest first.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        while (steps < MostSteps && NextDue() is { } due && due.At <= instant)
        {
            Now = due.At > Now ? due.At : Now;
            Send(due.Command, Actor.System("timer"));
        }

        Now = instant;
    }

    /// <summary>The oldest wait of this kind at the element.</summary>
    public T? Find<T>(string element)
        where T : WaitState
    {
        foreach (var wait in State.Waits.Items)
        {
            if (wait is T found && found.Target.Id == element)
            {
                return found;
            }
        }

        return null;
    }

    public long? FindSubscription(string name, string? key)
    {
        foreach (var wait in State.Waits.Items)
        {
            if (
                wait is MessageSubscriptionState subscription
                && subscription.MessageName == name
                && (key is null || subscription.CorrelationKey is null || subscription.CorrelationKey == key)
            )
            {
                return subscription.Key;
            }
        }

        return null;
    }

    public long? FindIncident(string element)
    {
        foreach (var incident in State.Incidents.Items)
        {
            if (incident.ElementId == element)
            {
                return incident.Key;
            }
        }

        return null;
    }

    private string? Step(EngineCommand command, Actor actor)
    {
        StepResult result;
        do
        {
            result = Engine.Step(
                new(Now, calendar, actor) { CalledProcesses = called, Decisions = decisions },
                State,
                command
            );
            if (result.Rejection is { } rejection)
            {
                return rejection.Code;
            }

            foreach (var each in result.Events)
            {
                Remember(each);
            }

            command = new Continue();
        } while (result.More && steps < MostSteps);

        return null;
    }

    private void Remember(WorkflowEvent each)
    {
        switch (each)
        {
            case ElementActivated e:
                steps++;
                Entered.Add(e.ElementId);
                break;
            case FlowTaken e:
                Taken.Add(e.FlowId);
                break;
            case MessageThrown e:
                Messages.Add(e.Name);
                break;
        }
    }

    private CompleteJob? NextAnswer()
    {
        foreach (var wait in State.Waits.Items)
        {
            if (
                wait is JobState { Retries: > 0 } job
                && (given.Jobs.TryGetValue(job.Type, out var answer) || given.Jobs.TryGetValue("*", out answer))
            )
            {
                return new(job.Key, Variables(answer));
            }
        }

        return null;
    }

    private (DateTimeOffset At, EngineCommand Command)? NextDue()
    {
        (DateTimeOffset At, EngineCommand Command)? next = null;
        foreach (var wait in State.Waits.Items)
        {
            if (wait is TimerState timer && (next is null || timer.Due < next.Value.At))
            {
                next = (timer.Due, new TriggerTimer(timer.Key));
            }
        }

        foreach (var clock in State.Clocks)
        {
            if (clock is not { Status: ClockStatus.Running })
            {
                continue;
            }

            if (!clock.IsReminded && clock.Dates.Reminder is { } reminder && (next is null || reminder < next.Value.At))
            {
                next = (reminder, new TriggerClock(clock.Id, ClockTrigger.Reminder));
            }

            if (!clock.IsExpired && (next is null || clock.Dates.Due < next.Value.At))
            {
                next = (clock.Dates.Due, new TriggerClock(clock.Id, ClockTrigger.Expiry));
            }
        }

        return next;
    }

    private static ImmutableArray<Variable> Variables(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
            ? [.. FeelJson.Parse(json.GetRawText()).AsContext().Select(entry => new Variable(entry.Key, entry.Value))]
            : [];
}
