using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Server.Reads.Cases;

/// <summary>
/// When the elements of a process were entered and left, and by whom; part of <see cref="ProcessReading"/>. Of several visits the
/// last one counts; an activity that repeats is visited once, its rounds only name people.
/// </summary>
internal sealed class ElementVisits
{
    private readonly Dictionary<string, ElementVisit> byElement = new(StringComparer.Ordinal);
    private readonly Dictionary<long, ElementVisit> byInstance = [];
    private readonly Dictionary<long, ElementVisit> byTask = [];

    public ElementVisit? Find(string element) => byElement.GetValueOrDefault(element);

    /// <param name="state">The state with the event applied.</param>
    public void Note(ProcessInstanceState state, DateTimeOffset at, WorkflowEvent happened)
    {
        switch (happened)
        {
            case ElementActivated e:
                Enter(state, at, e);
                break;
            case ElementCompleted e when byInstance.Remove(e.Key, out var visit):
                Leave(visit, at, isCompleted: true);
                break;
            case ElementTerminated e when byInstance.Remove(e.Key, out var visit):
                Leave(visit, at, isCompleted: false);
                break;
            case InstanceMigrated e:
                Rename(e);
                break;
            case UserTaskCreated e when byInstance.TryGetValue(e.ElementInstanceKey, out var visit):
                byTask[e.Key] = visit;
                visit.Person = e.Assignee;
                visit.Candidate = e.CandidateUsers.Length == 1 ? e.CandidateUsers[0] : e.Assignee;
                break;
            case UserTaskClaimed e:
                SetPerson(e.Key, e.ActorId);
                break;
            case UserTaskUnclaimed e:
                SetPerson(e.Key, null);
                break;
            case UserTaskHandedOver e:
                SetPerson(e.Key, e.To);
                break;
            case UserTaskDelegated e:
                SetPerson(e.Key, e.To);
                break;
            case UserTaskCompleted e:
                SetPerson(e.Key, e.ActorId);
                break;
            case UserTaskReturned e:
                SetPerson(e.Key, e.ActorId);
                break;
        }
    }

    private void Enter(ProcessInstanceState state, DateTimeOffset at, ElementActivated entered)
    {
        if (!state.Elements.TryFind(entered.Key, out var instance) || instance.Scope.DefinitionKey != 0)
        {
            return;
        }

        if (instance.Round > 0 && byInstance.TryGetValue(entered.ScopeKey, out var body))
        {
            byInstance[entered.Key] = new ElementVisit { Since = at, Body = body };
            return;
        }

        byInstance[entered.Key] = byElement[entered.ElementId] = new ElementVisit { Since = at };
    }

    private static void Leave(ElementVisit visit, DateTimeOffset at, bool isCompleted)
    {
        visit.Until = at;
        visit.IsCompleted = isCompleted;
    }

    private void Rename(InstanceMigrated migrated)
    {
        var moved = migrated
            .Elements.Where(pair => byElement.ContainsKey(pair.Key))
            .Select(pair => (pair.Value, byElement[pair.Key]))
            .ToList();
        foreach (var pair in migrated.Elements)
        {
            byElement.Remove(pair.Key);
        }

        foreach (var (element, visit) in moved)
        {
            byElement[element] = visit;
        }
    }

    private void SetPerson(long task, string? person)
    {
        if (byTask.TryGetValue(task, out var visit))
        {
            visit.Person = person;
        }
    }
}

/// <summary>One stay at an element.</summary>
internal sealed class ElementVisit
{
    private string? person;

    public required DateTimeOffset Since { get; init; }
    public DateTimeOffset? Until { get; set; }
    public bool IsCompleted { get; set; }

    /// <summary>Of a round: the visit of the whole activity.</summary>
    public ElementVisit? Body { get; init; }

    /// <summary>Who completed the task or has claimed it; of rounds the last one.</summary>
    public string? Person
    {
        get => person;
        set
        {
            person = value;
            Body?.Person = value;
        }
    }

    /// <summary>The only person who may do it.</summary>
    public string? Candidate
    {
        get;
        set
        {
            field = value;
            Body?.Candidate = value;
        }
    }
}
