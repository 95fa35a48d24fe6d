namespace Approvals.Workflow.Execution.Events;

/// <summary>The condition is not true, and was, or could not be evaluated for another reason than before; it may turn true again.</summary>
public sealed record ConditionEvaluated(long Key, string? Diagnostic) : WorkflowEvent
{
    public override EventKind Kind => EventKind.ConditionEvaluated;
}
