using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Migration;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.State;

/// <summary>
/// What belongs to one running scope: its variables and its tokens. The process itself is the root; a sub-process, a called process
/// and the body of a loop have one each, inside of the element instance whose key it bears.
/// </summary>
public sealed class ScopeState : WaitOwner
{
    private ProcessDefinition definition;
    private int[]? parked;
    private List<CompletedActivity>? completed;
    private List<Compensation>? compensations;
    private List<AwaitedReset>? resets;

    /// <summary>The root.</summary>
    internal ScopeState(long key, ProcessDefinition definition)
        : base(key)
    {
        this.definition = definition;
        Variables = new();
        IsProcess = true;
    }

    /// <summary>The inside of a sub-process or of a body.</summary>
    internal ScopeState(ElementInstance owner, VariableMap variables)
        : base(owner.Key)
    {
        Owner = owner;
        definition = owner.Scope.Definition;
        DefinitionKey = owner.Scope.DefinitionKey;
        Variables = variables;
    }

    /// <summary>A called process.</summary>
    internal ScopeState(ElementInstance owner, VariableMap variables, ProcessDefinition definition, long definitionKey)
        : base(owner.Key)
    {
        Owner = owner;
        this.definition = definition;
        DefinitionKey = definitionKey;
        Variables = variables;
        IsProcess = true;
    }

    /// <summary>The element instance whose inside this is; null for the root.</summary>
    public ElementInstance? Owner { get; }

    public ScopeState? Parent => Owner?.Scope;

    public override ProcessDefinition Definition => definition;

    /// <summary>The key of a called definition; 0 for the one that the instance was started with.</summary>
    public long DefinitionKey { get; }

    /// <summary>True for the inside of a whole process, root or called: variables are not looked for farther out.</summary>
    public bool IsProcess { get; }

    public VariableMap Variables { get; }

    /// <summary>How the rounds of a body stand; null for every other scope.</summary>
    public LoopState? Loop { get; internal set; }

    /// <summary>For the inside of an ad-hoc sub-process; null for every other scope.</summary>
    public AdHocState? AdHoc { get; internal set; }

    /// <summary>True once an event sub-process has interrupted it: no other is triggered any more.</summary>
    public bool IsInterrupted { get; internal set; }

    /// <summary>Element instances alive directly in this scope.</summary>
    public int ActiveElements { get; internal set; }

    /// <summary>Tokens on flows into joins whose set is not complete.</summary>
    public int ParkedTokens { get; private set; }

    /// <summary>Tokens of this scope that are ready to move.</summary>
    public int ReadyTokens { get; internal set; }

    /// <summary>Complex gateways that have fired and wait for the rest, in the order of the file.</summary>
    public IReadOnlyList<AwaitedReset> AwaitedResets => resets ?? (IReadOnlyList<AwaitedReset>)[];

    /// <summary>True when nothing is left that could go on.</summary>
    public bool IsEmpty =>
        ActiveElements == 0 && ParkedTokens == 0 && ReadyTokens == 0 && resets is null && compensations is null;

    /// <summary>What has completed in it and can be compensated, in the order of completion.</summary>
    public IReadOnlyList<CompletedActivity> Completed => completed ?? (IReadOnlyList<CompletedActivity>)[];

    /// <summary>The compensations that run in it, in the order of their begin.</summary>
    public IReadOnlyList<Compensation> Compensations => compensations ?? (IReadOnlyList<Compensation>)[];

    /// <summary>True when some gateway of the scope may go on by itself.</summary>
    internal bool IsGuarded => GuardedTokens > 0 || resets is not null;

    /// <summary>False when a token has moved since the gateways were last asked. Not part of the state: asking again changes nothing.</summary>
    internal bool IsSettled { get; set; }

    /// <summary>Of <see cref="ParkedTokens"/>, those before inclusive and complex gateways.</summary>
    private int GuardedTokens { get; set; }

    /// <summary>What the model puts into this scope.</summary>
    public ScopeContent Content => IsProcess ? Definition.Content : ((SubProcess)Owner!.Element).Content;

    public override bool TryGetValue(string name, out FeelValue value)
    {
        for (var scope = this; ; scope = scope.Owner!.Scope)
        {
            if (scope.Variables.TryGetValue(name, out value))
            {
                return true;
            }

            if (scope.IsProcess)
            {
                value = default;
                return false;
            }
        }
    }

    /// <summary>Tokens waiting on the flow for the others of its join.</summary>
    public int ParkedOn(int flow) => parked?[flow] ?? 0;

    /// <summary>The reset that the complex gateway waits for, or null while it waits for start.</summary>
    public AwaitedReset? ResetOf(int gateway)
    {
        foreach (var reset in resets ?? [])
        {
            if (reset.Gateway == gateway)
            {
                return reset;
            }
        }

        return null;
    }

    internal void Park(int flow)
    {
        parked ??= new int[Definition.Flows.Length];
        parked[flow]++;
        ParkedTokens++;
        GuardedTokens += IsBeforeGuardedJoin(flow) ? 1 : 0;
    }

    internal void Unpark(int flow)
    {
        if (parked is null || parked[flow] == 0)
        {
            throw new InvalidDataException("No token waits on the flow: the events don't fit the state.");
        }

        parked[flow]--;
        ParkedTokens--;
        GuardedTokens -= IsBeforeGuardedJoin(flow) ? 1 : 0;
    }

    /// <summary>Nothing moves in it any more.</summary>
    internal void UnparkAll()
    {
        compensations = null;
        parked = null;
        resets = null;
        ParkedTokens = 0;
        GuardedTokens = 0;
    }

    internal void AwaitReset(AwaitedReset reset)
    {
        resets ??= [];
        var place = resets.FindIndex(other => other.Gateway >= reset.Gateway);
        resets.Insert(place < 0 ? resets.Count : place, reset);
    }

    internal void Reset(int gateway)
    {
        resets?.RemoveAll(reset => reset.Gateway == gateway);
        if (resets is [])
        {
            resets = null;
        }
    }

    /// <summary>The scope is one of another version from here on.</summary>
    internal void MoveTo(MigrationMap map)
    {
        var (old, oldResets) = (parked, resets);
        UnparkAll();
        definition = map.Target;
        for (var flow = 0; flow < (old?.Length ?? 0); flow++)
        {
            for (var tokens = old![flow]; tokens > 0; tokens--)
            {
                Park(map.Flow(flow));
            }
        }

        foreach (var reset in oldResets ?? [])
        {
            AwaitReset(new(map.Element(reset.Gateway), [.. reset.Consumed.Select(map.Flow).Where(flow => flow >= 0)]));
        }

        foreach (var activity in completed ?? [])
        {
            activity.MoveTo(map);
        }

        Completers = Completers
            ?.Select(each => each with { Element = map.Element(each.Element) })
            .Where(each => each.Element >= 0)
            .OrderBy(each => each.Element)
            .ToList();
    }

    private bool IsBeforeGuardedJoin(int flow) => Definition.Elements[Definition.Flows[flow].Target].IsGuardedJoin;

    /// <param name="elementId">Null for any.</param>
    internal bool HasCompleted(string? elementId) =>
        completed?.Exists(activity => elementId is null || activity.Element.Id == elementId) == true;

    internal void Remember(IEnumerable<CompletedActivity> activities) => (completed ??= []).AddRange(activities);

    /// <summary>What is compensated is not remembered any more: no handler runs twice.</summary>
    internal List<CompletedActivity> TakeCompleted(string? elementId)
    {
        var taken = completed?.FindAll(activity => elementId is null || activity.Element.Id == elementId) ?? [];
        completed?.RemoveAll(activity => elementId is null || activity.Element.Id == elementId);
        return taken;
    }

    internal void Add(Compensation compensation) => (compensations ??= []).Add(compensation);

    internal void Remove(Compensation compensation)
    {
        compensations!.Remove(compensation);
        compensations = compensations is [] ? null : compensations;
    }

    /// <summary>The activity that the element instance with this key compensates, or null.</summary>
    internal CompletedActivity? CompensatedBy(long key)
    {
        if (compensations is null)
        {
            return null;
        }

        foreach (var compensation in compensations)
        {
            if (compensation.Handler == key)
            {
                return compensation.Current;
            }
        }

        return null;
    }

    /// <summary>Who completed each user task last that a return leads to, within this scope; in the order of the elements.</summary>
    internal List<TaskCompletion>? Completers { get; private set; }

    /// <summary>The actor who completed the user task last within this scope; null: nobody yet, or no return leads to it.</summary>
    public string? CompleterOf(int element)
    {
        foreach (var completer in Completers ?? [])
        {
            if (completer.Element == element)
            {
                return completer.ActorId;
            }
        }

        return null;
    }

    internal void SetCompleter(int element, string actorId)
    {
        Completers ??= [];
        Completers.RemoveAll(completer => completer.Element == element);
        var place = Completers.FindIndex(completer => completer.Element > element);
        Completers.Insert(place < 0 ? Completers.Count : place, new(element, actorId, DefinitionKey));
    }
}
