namespace Approvals.Workflow.Bpmn.Model;

/// <summary>What a catch event waits for (BPMN §10.5.5).</summary>
public abstract record EventTrigger;

public enum TimerForm
{
    Date,
    Duration,
    Cycle,
}

/// <summary>A timer: an ISO 8601 text or FEEL that gives a date, a date and time, a duration or such a text.</summary>
public sealed record TimerTrigger(TimerForm Form, ModelValue Value) : EventTrigger;

/// <summary>A message by name; without a correlation key it is met by name alone.</summary>
public sealed record MessageTrigger(ModelValue Name, ModelValue? CorrelationKey) : EventTrigger;
