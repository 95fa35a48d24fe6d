using System.Collections.Immutable;
using Approvals.Kernel.Calendar;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Simulation;

/// <summary>What can still begin in a run: processes that were to be started and wait for a trigger, and every process of the file
/// that a message or signal starts.</summary>
internal sealed class Starts(Definitions file, ImmutableArray<Variable> variables, WorkingCalendar calendar)
{
    private readonly Dictionary<CatchEvent, HashSet<int>> met = [];

    public GivenVariables Variables { get; } = new(variables);

    /// <summary>In the order in which they were to be started.</summary>
    public List<PendingStart> Pending { get; } = [];

    public void Await(int number, ProcessDefinition definition, DateTimeOffset now)
    {
        var feel = Feel(now);
        (StartTrigger Trigger, DateTimeOffset Due)? timer = null;
        foreach (var trigger in StartTrigger.Of(definition))
        {
            if (trigger.Due(Variables, feel) is { } due && (timer is null || due < timer.Value.Due))
            {
                timer = (trigger, due);
            }
        }

        Pending.Add(new(number, definition) { Timer = timer });
    }

    /// <summary>
    /// The trigger that a message sets off, with the number of the pending start or 0 for a new instance. The trigger is null when a
    /// start event has noted the message and needs more. Null when the message starts nothing. A process does not start itself.
    /// </summary>
    public (StartTrigger? Trigger, int Number)? ByMessage(RunMessage message, DateTimeOffset now)
    {
        var feel = Feel(now);
        foreach (var definition in Candidates())
        {
            foreach (var trigger in definition == message.Thrower ? [] : StartTrigger.Of(definition))
            {
                if (trigger.IsMessage(message.Name, Variables, feel))
                {
                    return IsComplete(trigger) ? (trigger, TakePending(definition)) : (null, 0);
                }
            }
        }

        return null;
    }

    /// <summary>Every process that a signal starts.</summary>
    public List<(StartTrigger Trigger, int Number)> BySignal(string name, DateTimeOffset now)
    {
        var feel = Feel(now);
        var found = new List<(StartTrigger, int)>();
        foreach (var definition in file.Processes)
        {
            foreach (var trigger in StartTrigger.Of(definition))
            {
                if (trigger.IsSignal(name, Variables, feel) && IsComplete(trigger))
                {
                    found.Add((trigger, TakePending(definition)));
                }
            }
        }

        return found;
    }

    /// <summary>
    /// The next process that no message given to the run will start and no timer, which the clock will come to; its first trigger
    /// is taken to have come.
    /// </summary>
    public PendingStart? ByItself(List<RunMessage> messages, DateTimeOffset now)
    {
        var feel = Feel(now);
        var next = Pending.Find(pending =>
            pending.First.Trigger is not TimerTrigger
            && !StartTrigger
                .Of(pending.Definition)
                .Any(trigger => messages.Exists(message => trigger.IsMessage(message.Name, Variables, feel)))
        );
        Begun(next);
        return next;
    }

    /// <summary>The next process whose condition holds, which needs no other trigger.</summary>
    public (StartTrigger Trigger, int Number)? ByCondition(DateTimeOffset now)
    {
        var feel = Feel(now);
        foreach (var pending in Pending)
        {
            foreach (var trigger in StartTrigger.Of(pending.Definition))
            {
                if (trigger.Holds(Variables, feel) && IsComplete(trigger))
                {
                    Begun(pending);
                    return (trigger, pending.Number);
                }
            }
        }

        return null;
    }

    /// <summary>The pending start with the earliest timer.</summary>
    public PendingStart? NextTimer() =>
        Pending.Where(pending => pending.Timer is not null).MinBy(pending => pending.Timer!.Value.Due);

    public void Begun(PendingStart? pending)
    {
        if (pending is not null)
        {
            Pending.Remove(pending);
        }
    }

    /// <summary>Those that are waited for first.</summary>
    private IEnumerable<ProcessDefinition> Candidates() =>
        Pending.Select(pending => pending.Definition).Concat(file.Processes).Distinct();

    private int TakePending(ProcessDefinition definition)
    {
        var pending = Pending.Find(each => each.Definition == definition);
        Begun(pending);
        return pending?.Number ?? 0;
    }

    /// <summary>A parallel multiple start event begins its process when the last of its triggers has come.</summary>
    private bool IsComplete(StartTrigger trigger)
    {
        if (!trigger.Event.IsParallelMultiple)
        {
            return true;
        }

        if (!met.TryGetValue(trigger.Event, out var places))
        {
            met[trigger.Event] = places = [];
        }

        places.Add(trigger.Place);
        if (places.Count < trigger.Event.Triggers.Length)
        {
            return false;
        }

        places.Clear();
        return true;
    }

    private FeelEnvironment Feel(DateTimeOffset now) => new() { Now = now, Calendar = calendar };
}
