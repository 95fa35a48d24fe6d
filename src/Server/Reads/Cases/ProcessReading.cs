using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Diagram;
using Approvals.Workflow.Execution.Codecs;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Server.Reads.Cases;

/// <summary>One record of a process instance's journal: when, its place in the journal of all, and what.</summary>
internal readonly record struct InstanceRecord(DateTimeOffset At, long Position, IReadOnlyList<WorkflowEvent> Events)
{
    public static InstanceRecord Read(long at, long position, ReadOnlySpan<byte> data) =>
        new(DateTimeOffset.FromUnixTimeMilliseconds(at), position, EventCodec.Read(data));
}

/// <summary>Walks the journal of one instance once: the state it ends in, what happened where, and what held its clocks.</summary>
internal sealed class ProcessReading
{
    private readonly Dictionary<string, Visit> visits = new(StringComparer.Ordinal);
    private readonly Dictionary<long, Visit> byTask = [];
    private readonly Dictionary<string, List<string>> holders = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>What people did with the tasks.</summary>
    public TaskReading Tasks { get; } = new();

    private ProcessReading(ProcessDefinition definition) => State = new ProcessInstanceState(definition);

    public ProcessInstanceState State { get; }

    public static ProcessReading Of(ProcessDefinition definition, IEnumerable<InstanceRecord> records)
    {
        var reading = new ProcessReading(definition);
        foreach (var record in records)
        {
            foreach (var happened in record.Events)
            {
                Apply.Event(reading.State, happened);
                reading.Note(record.At, happened);
                reading.Tasks.Note(record, happened, id => definition.FindElement(id)?.Name ?? id);
            }
        }

        return reading;
    }

    /// <summary>The names of the elements that paused a clock, one for each of its pauses.</summary>
    public IReadOnlyList<string> HoldersOf(string clock) => holders.TryGetValue(clock, out var names) ? names : [];

    public ProcessFacts Facts(BpmnDiagram diagram, string applicant, Doers doers)
    {
        var definition = State.Definition;
        var way = new ExpectedWay(definition);
        var active = Active().Select(element => element.Index).ToHashSet();
        var reachable = way.ReachableFrom(active);
        var expected = way.After(active);
        var steps = definition.Elements.ToDictionary(
            element => element.Id,
            element => Step(element, active, reachable, expected, applicant, doers),
            StringComparer.Ordinal
        );
        return new ProcessFacts(diagram, definition.Name ?? definition.Id, steps, taken);
    }

    private List<Element> Active()
    {
        var elements = new List<Element>();
        foreach (var instance in State.Elements.Items)
        {
            elements.Add(instance.Element);
        }

        return elements;
    }

    private StepFact Step(
        Element element,
        HashSet<int> active,
        HashSet<int> reachable,
        HashSet<int> expected,
        string applicant,
        Doers doers
    )
    {
        var visit = visits.GetValueOrDefault(element.Id);
        var progress =
            active.Contains(element.Index) ? Progress.Now
            : visit is { IsCompleted: true } ? Progress.Done
            : reachable.Contains(element.Index) ? Progress.Todo
            : Progress.Skipped;
        return new StepFact(
            element.Id,
            element.Name ?? "",
            progress,
            visit?.Since,
            visit?.Until,
            visit?.Person is { } person ? doers.Find(person) : null,
            visit?.Candidate == applicant,
            element.Kind == ElementKind.UserTask,
            element.Kind == ElementKind.NoneStartEvent,
            IsActivity(element.Kind),
            progress == Progress.Todo && expected.Contains(element.Index)
        );
    }

    private void Note(DateTimeOffset at, WorkflowEvent happened)
    {
        switch (happened)
        {
            case ElementActivated e:
                visits[e.ElementId] = new Visit { Since = at };
                break;
            case ElementCompleted e:
                visits[e.ElementId].Until = at;
                visits[e.ElementId].IsCompleted = true;
                break;
            case ElementTerminated e:
                visits[e.ElementId].Until = at;
                break;
            case FlowTaken e:
                taken.Add(e.FlowId);
                break;
            case UserTaskCreated e:
                byTask[e.Key] = visits[e.ElementId];
                byTask[e.Key].Person = e.Assignee;
                byTask[e.Key].Candidate = e.CandidateUsers.Length == 1 ? e.CandidateUsers[0] : e.Assignee;
                break;
            case UserTaskClaimed e:
                byTask[e.Key].Person = e.ActorId;
                break;
            case UserTaskUnclaimed e:
                byTask[e.Key].Person = null;
                break;
            case UserTaskHandedOver e:
                byTask[e.Key].Person = e.To;
                break;
            case UserTaskDelegated e:
                byTask[e.Key].Person = e.To;
                break;
            case UserTaskCompleted e:
                byTask[e.Key].Person = e.ActorId;
                break;
            case ClockStarted e:
                holders.Remove(e.ClockId);
                break;
            case ClockPaused e:
                NoteHolder(e.ClockId);
                break;
        }
    }

    /// <summary>A clock pauses in the step in which an element that holds it is entered.</summary>
    private void NoteHolder(string clock)
    {
        var definition = State.Definition;
        var pausing = definition.Clocks[definition.IndexOfClock(clock)].PauseOn;
        var holder = Active().First(element => pausing.Contains(element.Index));
        if (!holders.TryGetValue(clock, out var names))
        {
            holders[clock] = names = [];
        }

        names.Add(holder.Name ?? "");
    }

    private static bool IsActivity(ElementKind kind) =>
        kind
            is ElementKind.AbstractTask
                or ElementKind.ManualTask
                or ElementKind.UserTask
                or ElementKind.ServiceTask
                or ElementKind.SendTask
                or ElementKind.BusinessRuleTask
                or ElementKind.ScriptTask
                or ElementKind.ReceiveTask;

    private sealed class Visit
    {
        public required DateTimeOffset Since { get; init; }
        public DateTimeOffset? Until { get; set; }
        public bool IsCompleted { get; set; }

        /// <summary>Who completed the task or has claimed it.</summary>
        public string? Person { get; set; }

        /// <summary>The only person who may do it.</summary>
        public string? Candidate { get; set; }
    }
}
