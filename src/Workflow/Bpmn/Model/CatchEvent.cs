namespace Approvals.Workflow.Bpmn.Model;

/// <summary>An element that waits for one trigger: intermediate catch event or receive task.</summary>
public class CatchEvent : Element
{
    public required EventTrigger Trigger { get; init; }
}

/// <summary>A catch event on the border of an activity (BPMN §10.5.4, §13.5.3).</summary>
public sealed class BoundaryEvent : CatchEvent
{
    public required int AttachedTo { get; init; }

    /// <summary>False: the activity goes on and the event may happen again.</summary>
    public required bool IsInterrupting { get; init; }
}
