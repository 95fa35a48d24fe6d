using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary>An event definition (BPMN §10.5.5): what a catching event waits for, or what a throwing one gives.</summary>
public abstract record EventTrigger;

public enum TimerForm
{
    Date,
    Duration,
    Cycle,
}

/// <summary>A timer: an ISO 8601 text or FEEL that gives a date, a date and time, a duration or such a text.</summary>
public sealed record TimerTrigger(TimerForm Form, ModelValue Value) : EventTrigger;

/// <summary>
/// A message by name; without a correlation key it is met by name alone. A message without a name goes by the id of its
/// <c>message</c>, one that isn't referred to by that of its message flow, else of its event.
/// </summary>
public sealed record MessageTrigger(ModelValue Name, ModelValue? CorrelationKey) : EventTrigger;

/// <summary>A signal by name, to everybody who listens.</summary>
public sealed record SignalTrigger(ModelValue Name) : EventTrigger;

/// <summary>A business error; caught without a code, any.</summary>
public sealed record ErrorTrigger(ModelValue? Code) : EventTrigger;

/// <summary>An escalation; caught without a code, any.</summary>
public sealed record EscalationTrigger(ModelValue? Code) : EventTrigger;

/// <summary>Compensation (BPMN §10.7): thrown for one activity, or with -1 for all of the scope.</summary>
public sealed record CompensationTrigger(int Activity, bool WaitsForCompletion) : EventTrigger;

/// <summary>A condition over variables; it happens when it turns true.</summary>
public sealed record ConditionalTrigger(FeelExpression Condition) : EventTrigger;

/// <summary>The other half of a link (BPMN §10.5.5): the throwing events go on at the one catching event of the name.</summary>
public sealed record LinkTrigger(string Name) : EventTrigger;

/// <summary>A transaction is to be canceled (BPMN §10.3.5), or was.</summary>
public sealed record CancelTrigger : EventTrigger;

/// <summary>Everything in the scope ends.</summary>
public sealed record TerminateTrigger : EventTrigger;
