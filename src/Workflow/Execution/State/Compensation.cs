namespace Approvals.Workflow.Execution.State;

/// <summary>A compensation that runs in a scope: one activity after the other, the last completed first (BPMN §13.5.5).</summary>
public sealed class Compensation
{
    private readonly List<CompletedActivity> pending;

    internal Compensation(long key, long thrower, bool cancels, List<CompletedActivity> pending)
    {
        Key = key;
        Thrower = thrower;
        Cancels = cancels;
        this.pending = pending;
    }

    public long Key { get; }

    /// <summary>The element instance that waits for the end; 0: nobody does.</summary>
    public long Thrower { get; }

    /// <summary>True when the transaction around the scope is canceled once everything is compensated.</summary>
    public bool Cancels { get; }

    /// <summary>In the order of completion.</summary>
    public IReadOnlyList<CompletedActivity> Pending => pending;

    /// <summary>The activity that is being compensated, by <see cref="Handler"/>; null between two.</summary>
    public CompletedActivity? Current { get; private set; }

    /// <summary>The key of the element instance that compensates.</summary>
    public long Handler { get; private set; }

    internal void Begin(long activity, long handler)
    {
        if (pending.Count == 0 || pending[^1].Key != activity)
        {
            throw new InvalidDataException($"The activity {activity} is not the next to be compensated.");
        }

        Restore(pending[^1], handler);
        pending.RemoveAt(pending.Count - 1);
    }

    internal void Restore(CompletedActivity current, long handler)
    {
        Current = current;
        Handler = handler;
    }

    internal void End()
    {
        Current = null;
        Handler = 0;
    }
}
