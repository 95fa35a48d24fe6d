namespace Approvals.Workflow.Execution.Events;

/// <summary>
/// Something that happened in a process instance. The sequence of its events, applied in order to an empty state, gives
/// its state; nothing else changes it.
/// </summary>
public abstract record WorkflowEvent
{
    public abstract EventKind Kind { get; }
}
