using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Clocks;

namespace Approvals.Workflow.Execution.State;

/// <summary>
/// The state of one process instance: a function of its events. Only <see cref="Apply"/> changes it; a step that throws
/// leaves it unusable, so drop it and load again.
/// </summary>
public sealed class ProcessInstanceState
{
    /// <summary>An instance key is a multiple of this; the keys after it, up to the next multiple, belong to the instance.</summary>
    public const long KeysPerInstance = 1L << 24;

    public ProcessInstanceState(ProcessDefinition definition)
    {
        Definition = definition;
        Root = new(0, definition);
    }

    public ProcessDefinition Definition { get; internal set; }
    public long InstanceKey { get; internal set; }
    public InstanceStatus Status { get; internal set; }
    public ScopeState Root { get; internal set; }

    /// <summary>The start event or gateway that began the process; null when it began without one.</summary>
    public string? StartElement { get; internal set; }

    public KeyTable<ElementInstance> Elements { get; } = new();

    /// <summary>Where the definitions of called processes are found by their keys; lent by whoever steps or replays.</summary>
    internal ICalledProcesses? CalledProcesses { get; set; }

    public KeyTable<WaitState> Waits { get; } = new();
    public KeyTable<IncidentState> Incidents { get; } = new();

    /// <summary>By the index of <see cref="ProcessDefinition.Clocks"/>; null until the clock has started.</summary>
    public ClockState?[] Clocks { get; internal set; } = [];

    internal List<TaskCompletion>? Completions { get; set; }
    internal TokenQueue Ready { get; } = new();

    /// <summary>The conditions among <see cref="Waits"/>.</summary>
    internal KeyTable<ConditionState> Conditions { get; } = new();

    /// <summary>The scopes with tokens before inclusive and complex gateways, oldest first.</summary>
    internal List<ScopeState> Guarded { get; } = [];

    /// <summary>How many keys have been given after the instance's own.</summary>
    internal int LastKey { get; set; }

    /// <summary>True when tokens are ready to move: the last step reached its bound and a <c>Continue</c> must follow.</summary>
    public bool HasReadyTokens => Ready.Count > 0;

    /// <summary>True when a <c>Continue</c> would move a token.</summary>
    public bool CanMove => IsActive && !IsSuspended && HasReadyTokens;

    /// <summary>挂起: nothing moves until it is resumed.</summary>
    public bool IsSuspended { get; internal set; }

    public bool IsActive => Status == InstanceStatus.Active;

    /// <summary>The key the next new thing gets; it is taken when an event with it is applied.</summary>
    internal long NextKey =>
        LastKey + 1 < KeysPerInstance
            ? InstanceKey + LastKey + 1
            : throw new InvalidOperationException("The instance has used all of its keys.");

    /// <summary>Keeps <see cref="Guarded"/> in step with the scope, whose tokens have changed.</summary>
    internal void Track(ScopeState scope)
    {
        scope.IsSettled = false;
        var place = Guarded.FindIndex(other => other.Key >= scope.Key);
        var isTracked = place >= 0 && ReferenceEquals(Guarded[place], scope);
        if (scope.IsGuarded && !isTracked)
        {
            Guarded.Insert(place < 0 ? Guarded.Count : place, scope);
        }
        else if (!scope.IsGuarded && isTracked)
        {
            Guarded.RemoveAt(place);
        }
    }

    /// <param name="element">Index in the definition with the key: 0 for the one that the instance was started with.</param>
    /// <summary>Who has had a part in a step that separation of duties (职责分离) asks about: actor ids, each once.</summary>
    public IEnumerable<string> CompletersOf(int element, long definitionKey = 0) =>
        (Completions ?? [])
            .Where(completion => completion.Element == element && completion.DefinitionKey == definitionKey)
            .Select(completion => completion.ActorId);

    public bool HasCompleted(int element, string actorId, long definitionKey = 0)
    {
        if (Completions is null)
        {
            return false;
        }

        foreach (var completion in Completions)
        {
            if (completion == new TaskCompletion(element, actorId, definitionKey))
            {
                return true;
            }
        }

        return false;
    }
}
