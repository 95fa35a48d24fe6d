using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.State;

/// <summary>
/// What belongs to one running scope: its variables and the tokens that wait at its joins. The process itself is the root
/// scope; a sub-process instance will have one more, with this as its parent.
/// </summary>
public sealed class ScopeState : IFeelScope
{
    private int[]? parked;
    private List<AwaitedReset>? resets;

    internal ScopeState(long key, ScopeState? parent)
    {
        Key = key;
        Parent = parent;
    }

    /// <summary>The key of the process instance, or of the element instance whose inside this is.</summary>
    public long Key { get; }

    public ScopeState? Parent { get; }
    public VariableMap Variables { get; } = new();

    /// <summary>Element instances alive in this scope.</summary>
    public int ActiveElements { get; internal set; }

    /// <summary>Tokens on flows into joins whose set is not complete.</summary>
    public int ParkedTokens { get; private set; }

    /// <summary>Complex gateways that have fired and wait for the rest, in the order of the file.</summary>
    public IReadOnlyList<AwaitedReset> AwaitedResets => resets ?? (IReadOnlyList<AwaitedReset>)[];

    /// <summary>Of <see cref="ParkedTokens"/>, those before inclusive and complex gateways.</summary>
    internal int GuardedTokens { get; private set; }

    /// <summary>True when some gateway of the scope may go on by itself.</summary>
    internal bool IsGuarded => GuardedTokens > 0 || resets is not null;

    /// <summary>False when a token has moved since the gateways were last asked. Not part of the state: asking again changes nothing.</summary>
    internal bool IsSettled { get; set; }

    public bool TryGetValue(string name, out FeelValue value)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope.Variables.TryGetValue(name, out value))
            {
                return true;
            }
        }

        value = default;
        return false;
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

    internal void Park(int flow, int flows, bool isGuarded)
    {
        parked ??= new int[flows];
        parked[flow]++;
        ParkedTokens++;
        GuardedTokens += isGuarded ? 1 : 0;
    }

    internal void Unpark(int flow, bool isGuarded)
    {
        if (parked is null || parked[flow] == 0)
        {
            throw new InvalidDataException("No token waits on the flow: the events don't fit the state.");
        }

        parked[flow]--;
        ParkedTokens--;
        GuardedTokens -= isGuarded ? 1 : 0;
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
}
