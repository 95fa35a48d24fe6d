namespace Approvals.Workflow.Execution.Events;

/// <summary>A token has entered the element: an element instance exists (BPMN §13.3.2). <see cref="FlowId"/> is the flow it came by,
/// at a join the last one; null for starts and boundary events. <see cref="IsBody"/> marks the one that stands for all rounds of an
/// activity that repeats; the rounds are activated in its scope.</summary>
public sealed record ElementActivated(long Key, string ElementId, long ScopeKey, string? FlowId, bool IsBody = false)
    : WorkflowEvent
{
    public override EventKind Kind => EventKind.ElementActivated;
}
