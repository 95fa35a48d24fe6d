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
}
