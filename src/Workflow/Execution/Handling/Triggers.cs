using Approvals.Kernel;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Elements.Events;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Handling;

/// <summary>Timers, messages and signals that have come.</summary>
internal static class Triggers
{
    public static Rejection? Timer(EngineStep step, TriggerTimer command)
    {
        if (!step.State.Waits.TryFind(command.Key, out var wait) || wait is not TimerState timer)
        {
            return Rejection.Of("timer.unknown");
        }

        if (step.Now < timer.Due)
        {
            return Rejection.Of("timer.not-due");
        }

        step.Emit(new TimerTriggered(timer.Key, timer.Target.Id));
        if (Timers.Next(step, timer) is { } next)
        {
            step.Emit(next);
        }

        Subscriptions.Fire(step, timer, []);
        return null;
    }

    /// <summary>A signal from another instance or from outside.</summary>
    public static Rejection? Signal(EngineStep step, BroadcastSignal command) =>
        Signals.Deliver(step, command.Name, command.Variables) ? null : Rejection.Of("signal.not-awaited");

    public static Rejection? Message(EngineStep step, CorrelateMessage command)
    {
        if (
            !step.State.Waits.TryFind(command.SubscriptionKey, out var wait)
            || wait is not MessageSubscriptionState subscription
        )
        {
            return Rejection.Of("subscription.unknown");
        }

        step.Emit(new MessageCorrelated(subscription.Key, subscription.Target.Id));
        if (!Subscriptions.Stays(subscription))
        {
            step.Emit(new MessageSubscriptionClosed(subscription.Key));
        }

        Subscriptions.Fire(step, subscription, command.Variables);
        return null;
    }
}
