using Approvals.Workflow.Execution.Events;

namespace Approvals.Workflow.Execution.Elements.Events;

/// <summary>What a catch event will wait for, evaluated and not yet emitted.</summary>
internal abstract record Subscription(string ElementId)
{
    public abstract WorkflowEvent ToEvent(long key, long elementInstanceKey);
}

internal sealed record TimerSubscription(string ElementId, DateTimeOffset Due, int Repetitions, string? Interval)
    : Subscription(ElementId)
{
    public override WorkflowEvent ToEvent(long key, long elementInstanceKey) =>
        new TimerScheduled(key, elementInstanceKey, ElementId, Due, Repetitions, Interval);
}

internal sealed record MessageSubscription(string ElementId, string MessageName, string? CorrelationKey)
    : Subscription(ElementId)
{
    public override WorkflowEvent ToEvent(long key, long elementInstanceKey) =>
        new MessageSubscriptionOpened(key, elementInstanceKey, ElementId, MessageName, CorrelationKey);
}

internal sealed record SignalSubscription(string ElementId, string SignalName) : Subscription(ElementId)
{
    public override WorkflowEvent ToEvent(long key, long elementInstanceKey) =>
        new SignalSubscriptionOpened(key, elementInstanceKey, ElementId, SignalName);
}

internal sealed record ConditionSubscription(string ElementId, int Trigger) : Subscription(ElementId)
{
    public override WorkflowEvent ToEvent(long key, long elementInstanceKey) =>
        new ConditionSubscriptionOpened(key, elementInstanceKey, ElementId, Trigger);
}
