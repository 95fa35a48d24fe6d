using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.State;

/// <summary>How an ad-hoc sub-process stands (BPMN §13.3.4).</summary>
public sealed class AdHocState
{
    private readonly List<int> pending = [];
    private readonly List<FeelValue> results = [];

    /// <summary>Indexes of the elements that are enabled and have not begun, in their order.</summary>
    public IReadOnlyList<int> Pending => pending;

    /// <summary>The output elements of what has ended, in that order.</summary>
    public IReadOnlyList<FeelValue> Results => results;

    /// <summary>True once the completion condition has held: nothing more begins.</summary>
    public bool IsEnding { get; internal set; }

    internal void Enable(int element) => pending.Add(element);

    internal void Begin() => pending.RemoveAt(0);

    internal void Keep(FeelValue result) => results.Add(result);

    internal void End()
    {
        IsEnding = true;
        pending.Clear();
    }
}
