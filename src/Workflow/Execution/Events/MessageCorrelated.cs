namespace Approvals.Workflow.Execution.Events;

/// <summary>A message has arrived. The subscription of a non-interrupting boundary event stays open.</summary>
public sealed record MessageCorrelated(long Key, string ElementId) : WorkflowEvent
{
    public override EventKind Kind => EventKind.MessageCorrelated;
}
