using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Execution.State;

/// <summary>One thing an element instance waits for, known by a key of its own.</summary>
public abstract class WaitState : IKeyed
{
    private protected WaitState(long key, ElementInstance owner, Element target)
    {
        Key = key;
        Owner = owner;
        Target = target;
    }

    public long Key { get; }
    public ElementInstance Owner { get; }

    /// <summary>The element that goes on when it comes: the owner's, or a boundary event of the owner's border.</summary>
    public Element Target { get; }

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
}

/// <summary>A timer; see <see cref="Events.TimerScheduled"/> for its fields.</summary>
public sealed class TimerState : WaitState
{
    internal TimerState(
        long key,
        ElementInstance owner,
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
        ElementInstance owner,
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
