using System.Diagnostics.CodeAnalysis;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary>An element that waits for one trigger: intermediate catch event or receive task.</summary>
[method: SetsRequiredMembers]
public class CatchEvent(Element basis, EventTrigger trigger) : Element(basis)
{
    public EventTrigger Trigger { get; } = trigger;
}

/// <summary>A catch event on the border of an activity (BPMN §10.5.4, §13.5.3).</summary>
[method: SetsRequiredMembers]
public sealed class BoundaryEvent(Element basis, EventTrigger trigger, int attachedTo, bool isInterrupting)
    : CatchEvent(basis, trigger)
{
    public int AttachedTo { get; } = attachedTo;

    /// <summary>False: the activity goes on and the event may happen again.</summary>
    public bool IsInterrupting { get; } = isInterrupting;
}
