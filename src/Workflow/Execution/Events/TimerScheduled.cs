namespace Approvals.Workflow.Execution.Events;

/// <summary>A timer of the element (a catch event, or a boundary event of the element instance) fires at <see cref="Due"/>.
/// <see cref="Repetitions"/> counts the firings still to come, this one included, -1 without end; <see cref="Interval"/> is
/// the ISO 8601 duration between them, null for a single one.</summary>
public sealed record TimerScheduled(
    long Key,
    long ElementInstanceKey,
    string ElementId,
    DateTimeOffset Due,
    int Repetitions,
    string? Interval
) : WorkflowEvent
{
    public override EventKind Kind => EventKind.TimerScheduled;
}
