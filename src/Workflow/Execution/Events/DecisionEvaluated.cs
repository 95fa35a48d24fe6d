namespace Approvals.Workflow.Execution.Events;

/// <summary>A decision was evaluated for the element. <see cref="Explanation"/> is JSON: what was asked, which rules matched, what came
/// out.</summary>
public sealed record DecisionEvaluated(long ElementInstanceKey, string ElementId, string DecisionId, string Explanation)
    : WorkflowEvent
{
    public override EventKind Kind => EventKind.DecisionEvaluated;
}
