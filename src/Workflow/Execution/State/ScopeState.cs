using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.State;

/// <summary>
/// What belongs to one running scope: its variables and the tokens that wait at its joins. The process itself is the root
/// scope; a sub-process instance will have one more, with this as its parent.
/// </summary>
public sealed class ScopeState : IFeelScope
{
    private int[]? parked;

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

    internal void Park(int flow, int flows)
    {
        parked ??= new int[flows];
        parked[flow]++;
        ParkedTokens++;
    }

    internal void Unpark(int flow)
    {
        parked![flow]--;
        ParkedTokens--;
    }

    internal void UnparkAll()
    {
        parked = null;
        ParkedTokens = 0;
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
        Completers.Insert(place < 0 ? Completers.Count : place, new(element, actorId));
    }
}
