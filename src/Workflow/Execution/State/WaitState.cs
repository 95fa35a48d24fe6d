using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.State;

/// <summary>One thing an element instance waits for, known by a key of its own.</summary>
public abstract class WaitState : IKeyed
{
    private protected WaitState(long key, WaitOwner owner, Element target)
    {
        Key = key;
        Owner = owner;
        Target = target;
    }

    public long Key { get; }

    /// <summary>An element instance, or for the start event of an event sub-process the scope around that.</summary>
    public WaitOwner Owner { get; }

    /// <summary>
    /// The element that goes on when it comes: the owner's, a boundary event of the owner's border, or the start event of an event
    /// sub-process.
    /// </summary>
    public Element Target { get; internal set; }

    public WaitState? Next { get; internal set; }
}

/// <summary>A job for a worker.</summary>
public sealed class JobState : WaitState
{
    internal JobState(long key, ElementInstance owner, string type, int retries)
        : base(key, owner, owner.Element)
    {
        Type = type;
        Retries = retries;
    }

    public string Type { get; }
    public int Retries { get; internal set; }
    public DateTimeOffset? RetryAt { get; internal set; }

    /// <summary>The task whose work it is.</summary>
    public ElementInstance Task => (ElementInstance)Owner;
}

/// <summary>A timer; see <see cref="Events.TimerScheduled"/> for its fields.</summary>
public sealed class TimerState : WaitState
{
    internal TimerState(
        long key,
        WaitOwner owner,
        Element target,
        DateTimeOffset due,
        int repetitions,
        string? interval
    )
        : base(key, owner, target)
    {
        Due = due;
        Repetitions = repetitions;
        Interval = interval;
    }

    public DateTimeOffset Due { get; }
    public int Repetitions { get; }
    public string? Interval { get; }
}

/// <summary>A subscription to messages of one name.</summary>
public sealed class MessageSubscriptionState : WaitState
{
    internal MessageSubscriptionState(
        long key,
        WaitOwner owner,
        Element target,
        string messageName,
        string? correlationKey
    )
        : base(key, owner, target)
    {
        MessageName = messageName;
        CorrelationKey = correlationKey;
    }

    public string MessageName { get; }
    public string? CorrelationKey { get; }
}

/// <summary>A subscription to signals of one name.</summary>
public sealed class SignalSubscriptionState : WaitState
{
    internal SignalSubscriptionState(long key, WaitOwner owner, Element target, string signalName)
        : base(key, owner, target) => SignalName = signalName;

    public string SignalName { get; }
}

/// <summary>A condition that happens when it turns true.</summary>
public sealed class ConditionState : WaitState
{
    internal ConditionState(long key, WaitOwner owner, Element target, int trigger)
        : base(key, owner, target) => Trigger = trigger;

    /// <summary>Its place among the triggers of <see cref="WaitState.Target"/>.</summary>
    public int Trigger { get; }

    /// <summary>The last value: it has to be false before it can turn true again.</summary>
    public bool Holds { get; internal set; }

    /// <summary>Why it could not be evaluated last time, or null.</summary>
    public string? Diagnostic { get; internal set; }

    public FeelExpression Condition => ((ConditionalTrigger)((CatchEvent)Target).Triggers[Trigger]).Condition;
}
