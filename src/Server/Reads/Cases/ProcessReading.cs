using Approvals.Kernel.Store;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Diagram;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Runtime;

namespace Approvals.Server.Reads.Cases;

/// <summary>
/// Walks the journal of one instance once: the state it ends in, what happened where, and what held its clocks. Only elements of the
/// process itself are told; what a called process does is what its call activity does.
/// </summary>
internal sealed class ProcessReading
{
    private readonly InstanceFold fold;
    private readonly ElementVisits visits = new();
    private readonly TokenTimes times = new();
    private readonly Dictionary<string, List<string>> holders = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    private ProcessReading(InstanceFold fold) => this.fold = fold;

    /// <summary>What people did with the tasks.</summary>
    public TaskReading Tasks { get; } = new();

    public ProcessInstanceState State => fold.State;

    /// <param name="definition">Key of the definition that the instance has now.</param>
    public static ProcessReading Of(
        DefinitionCache definitions,
        SqlSession session,
        long definition,
        IReadOnlyList<InstanceRecord> records
    )
    {
        var reading = new ProcessReading(new InstanceFold(definitions, session, definition, records));
        reading.fold.Run(
            (record, happened) =>
            {
                reading.times.Note(record.At, happened);
                reading.visits.Note(reading.State, record.At, happened);
                reading.Note(happened);
                reading.Tasks.Note(record, happened, id => reading.NameOf(happened, id));
            }
        );
        return reading;
    }

    /// <summary>The names of the elements that paused a clock, one for each of its pauses.</summary>
    public IReadOnlyList<string> HoldersOf(string clock) => holders.TryGetValue(clock, out var names) ? names : [];

    public WaitingFacts Waiting(Doers doers) => new WaitingReading(State, times, doers).Read();

    public ProcessFacts Facts(BpmnDiagram diagram, string applicant, Doers doers)
    {
        var definition = State.Definition;
        var way = new ExpectedWay(definition);
        var active = Active().Select(instance => instance.Element.Index).ToHashSet();
        HashSet<int> from = [.. active, .. Parked()];
        var reachable = way.ReachableFrom(from);
        var expected = way.After(from);
        reachable.UnionWith(Parked());
        var progress = new ElementProgress(definition, visits, active, reachable);
        var rounds = Rounds();
        var steps = definition.Elements.ToDictionary(
            element => element.Id,
            element =>
            {
                var visit = visits.Find(element.Id);
                var now = progress.Of(element);
                return new StepFact(
                    element.Id,
                    element.Name ?? "",
                    now,
                    visit?.Since,
                    visit?.Until,
                    visit?.Person is { } person ? doers.Find(person) : null,
                    visit?.Candidate == applicant,
                    element.Kind == ElementKind.UserTask,
                    element.Kind == ElementKind.NoneStartEvent,
                    IsActivity(element),
                    now == Progress.Todo && expected.Contains(element.Index),
                    rounds.GetValueOrDefault(element.Index)
                );
            },
            StringComparer.Ordinal
        );
        return new ProcessFacts(diagram, definition.Name ?? definition.Id, steps, taken);
    }

    /// <summary>The element instances of the process itself, its sub-processes included.</summary>
    private List<ElementInstance> Active()
    {
        var own = new List<ElementInstance>();
        foreach (var instance in State.Elements.Items)
        {
            if (instance.Scope.DefinitionKey == 0)
            {
                own.Add(instance);
            }
        }

        return own;
    }

    /// <summary>The joins of the process itself before which tokens wait for others.</summary>
    private IEnumerable<int> Parked() =>
        Active()
            .Select(instance => instance.Inner)
            .Append(State.Root)
            .OfType<ScopeState>()
            .Where(scope => scope is { DefinitionKey: 0, ParkedTokens: > 0 })
            .SelectMany(scope =>
                scope.Definition.Flows.Where(flow => scope.ParkedOn(flow.Index) > 0).Select(flow => flow.Target)
            )
            .Distinct();

    /// <summary>Of activities that repeat and run: how many rounds are done, and of how many.</summary>
    private Dictionary<int, RoundFact> Rounds()
    {
        var rounds = new Dictionary<int, RoundFact>();
        foreach (var instance in Active())
        {
            if (instance.Inner?.Loop is { } loop)
            {
                var before = rounds.GetValueOrDefault(instance.Element.Index) ?? new(0, 0);
                rounds[instance.Element.Index] = new(
                    before.Completed + loop.Completed,
                    loop.Total < 0 || before.Total is null ? null : before.Total + loop.Total
                );
            }
        }

        return rounds;
    }

    private void Note(WorkflowEvent happened)
    {
        switch (happened)
        {
            case FlowTaken e when State.Definition.FindFlow(e.FlowId) is not null && IsOwn(e.ScopeKey):
                taken.Add(e.FlowId);
                break;
            case InstanceMigrated e:
                Rename(e);
                break;
            case ClockStarted e:
                holders.Remove(e.ClockId);
                break;
            case ClockPaused e:
                NoteHolder(e.ClockId);
                break;
        }
    }

    /// <summary>The flows that were taken under their old names.</summary>
    private void Rename(InstanceMigrated migrated)
    {
        var names = migrated.Flows.ToDictionary(StringComparer.Ordinal);
        var renamed = taken.Select(id => names.GetValueOrDefault(id, id)).ToList();
        taken.Clear();
        taken.UnionWith(renamed.Where(id => State.Definition.FindFlow(id) is not null));
    }

    private bool IsOwn(long scope) =>
        scope == State.Root.Key
        || State.Elements.TryFind(scope, out var owner)
            && (owner.Inner?.DefinitionKey ?? owner.Scope.DefinitionKey) == 0;

    /// <summary>The name of the element that a task belongs to, which may be one of a called process.</summary>
    private string NameOf(WorkflowEvent happened, string id) =>
        happened is UserTaskCreated created && State.Elements.TryFind(created.ElementInstanceKey, out var instance)
            ? instance.Element.Name ?? id
            : State.Definition.FindElement(id)?.Name ?? id;

    /// <summary>A clock pauses in the step in which an element that holds it is entered.</summary>
    private void NoteHolder(string clock)
    {
        var definition = State.Definition;
        if (definition.IndexOfClock(clock) is not (>= 0 and var index))
        {
            return;
        }

        var pausing = definition.Clocks[index].PauseOn;
        var holder = Active().Find(instance => pausing.Contains(instance.Element.Index))?.Element;
        if (!holders.TryGetValue(clock, out var names))
        {
            holders[clock] = names = [];
        }

        // A pause that no element holds was taken over from the process before a change of type.
        names.Add(holder?.Name ?? "变更前停表");
    }

    private static bool IsActivity(Element element) =>
        element.Kind
            is ElementKind.AbstractTask
                or ElementKind.ManualTask
                or ElementKind.UserTask
                or ElementKind.ServiceTask
                or ElementKind.SendTask
                or ElementKind.BusinessRuleTask
                or ElementKind.ScriptTask
                or ElementKind.ReceiveTask
        || element is CallActivity;
}
