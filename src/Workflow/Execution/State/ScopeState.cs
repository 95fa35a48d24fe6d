using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.State;

/// <summary>
/// What belongs to one running scope: its variables and its tokens. The process itself is the root; a sub-process, a called process
/// and the body of a loop have one each, inside of the element instance whose key it bears.
/// </summary>
public sealed class ScopeState : WaitOwner
{
    private int[]? parked;
    private List<AwaitedReset>? resets;

    /// <summary>The root.</summary>
    internal ScopeState(long key, ProcessDefinition definition)
        : base(key)
    {
        Definition = definition;
        Variables = new();
        IsProcess = true;
    }

    /// <summary>The inside of a sub-process or of a body.</summary>
    internal ScopeState(ElementInstance owner, VariableMap variables)
        : base(owner.Key)
    {
        Owner = owner;
        Definition = owner.Scope.Definition;
        DefinitionKey = owner.Scope.DefinitionKey;
        Variables = variables;
    }

    /// <summary>A called process.</summary>
    internal ScopeState(ElementInstance owner, VariableMap variables, ProcessDefinition definition, long definitionKey)
        : base(owner.Key)
    {
        Owner = owner;
        Definition = definition;
        DefinitionKey = definitionKey;
        Variables = variables;
        IsProcess = true;
    }

    /// <summary>The element instance whose inside this is; null for the root.</summary>
    public ElementInstance? Owner { get; }

    public ScopeState? Parent => Owner?.Scope;

    public override ProcessDefinition Definition { get; }

    /// <summary>The key of a called definition; 0 for the one that the instance was started with.</summary>
    public long DefinitionKey { get; }

    /// <summary>True for the inside of a whole process, root or called: variables are not looked for farther out.</summary>
    public bool IsProcess { get; }

    public VariableMap Variables { get; }

    /// <summary>How the rounds of a body stand; null for every other scope.</summary>
    public LoopState? Loop { get; internal set; }

    /// <summary>Element instances alive directly in this scope.</summary>
    public int ActiveElements { get; internal set; }

    /// <summary>Tokens on flows into joins whose set is not complete.</summary>
    public int ParkedTokens { get; private set; }

    /// <summary>Tokens of this scope that are ready to move.</summary>
    public int ReadyTokens { get; internal set; }

    /// <summary>Complex gateways that have fired and wait for the rest, in the order of the file.</summary>
    public IReadOnlyList<AwaitedReset> AwaitedResets => resets ?? (IReadOnlyList<AwaitedReset>)[];

    /// <summary>True when nothing is left that could go on.</summary>
    public bool IsEmpty => ActiveElements == 0 && ParkedTokens == 0 && ReadyTokens == 0 && resets is null;

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

    internal void UnparkAll()
    {
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

    private bool IsBeforeGuardedJoin(int flow) => Definition.Elements[Definition.Flows[flow].Target].IsGuardedJoin;

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
