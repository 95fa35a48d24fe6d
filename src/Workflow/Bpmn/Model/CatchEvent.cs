using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary>
/// An element that waits for its triggers: for any one of them, or with <see cref="IsParallelMultiple"/> for all (BPMN §10.5.1).
/// Intermediate catch events and receive tasks are just this; start and boundary events say more.
/// </summary>
[method: SetsRequiredMembers]
public class CatchEvent(Element basis, ImmutableArray<EventTrigger> triggers) : Element(basis)
{
    public ImmutableArray<EventTrigger> Triggers { get; } = triggers;
    public bool IsParallelMultiple { get; init; }

    /// <summary>True when the event may happen again and again while it is waited for: it interrupts nothing.</summary>
    public virtual bool Repeats => false;
}

/// <summary>A catch event on the border of an activity (BPMN §10.5.4, §13.5.3).</summary>
[method: SetsRequiredMembers]
public sealed class BoundaryEvent(
    Element basis,
    ImmutableArray<EventTrigger> triggers,
    int attachedTo,
    bool isInterrupting
) : CatchEvent(basis, triggers)
{
    public int AttachedTo { get; } = attachedTo;

    /// <summary>False: the activity goes on and the event may happen again.</summary>
    public bool IsInterrupting { get; } = isInterrupting;

    public override bool Repeats => !IsInterrupting;

    /// <summary>For a compensation boundary event, the activity that its association leads to; else -1.</summary>
    public int Handler { get; init; } = -1;
}

/// <summary>
/// A start event with triggers (BPMN §10.5.2): of the process, whose instances it creates, or of an event sub-process, which
/// interrupts its surrounding scope or not.
/// </summary>
[method: SetsRequiredMembers]
public sealed class StartEvent(Element basis, ImmutableArray<EventTrigger> triggers, bool isInterrupting)
    : CatchEvent(basis, triggers)
{
    public bool IsInterrupting { get; } = isInterrupting;

    /// <summary>
    /// What the event sub-process does to the scope around it: an error always interrupts, compensation never does (BPMN §10.5.6).
    /// </summary>
    public bool Interrupts =>
        Triggers switch
        {
            [ErrorTrigger] => true,
            [CompensationTrigger] => false,
            _ => IsInterrupting,
        };

    public override bool Repeats => !Interrupts;
}
