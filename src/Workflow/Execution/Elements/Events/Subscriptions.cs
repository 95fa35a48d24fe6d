using System.Collections.Immutable;
using System.Diagnostics;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Elements.Containers;
using Approvals.Workflow.Execution.Elements.Gateways;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Events;

/// <summary>Opens and closes what an element instance waits for, and lets events happen.</summary>
internal static class Subscriptions
{
    /// <summary>
    /// What each trigger of the event waits for. Errors, escalations, compensation and cancellation come up from inside
    /// and need no subscription.
    /// </summary>
    public static Fault? Prepare(EngineStep step, WaitOwner owner, CatchEvent element, List<Subscription> prepared)
    {
        for (var i = 0; i < element.Triggers.Length; i++)
        {
            Subscription? subscription = null;
            var fault = element.Triggers[i] switch
            {
                TimerTrigger timer => Timers.Prepare(step, owner, element, timer, out subscription),
                MessageTrigger message => Messages.Prepare(step, owner, element, message, out subscription),
                SignalTrigger signal => Signals.Prepare(step, owner, element, signal, out subscription),
                _ => null,
            };
            if (fault is not null)
            {
                return fault;
            }

            if (element.Triggers[i] is ConditionalTrigger)
            {
                subscription = new ConditionSubscription(element.Id, i);
            }

            if (subscription is not null)
            {
                prepared.Add(subscription);
            }
        }

        return null;
    }

    public static void Open(EngineStep step, WaitOwner owner, List<Subscription> prepared)
    {
        foreach (var subscription in prepared)
        {
            step.Emit(subscription.ToEvent(step.State.NextKey, owner.Key));
            step.HasChangedVariables |= subscription is ConditionSubscription;
        }
    }

    /// <summary>All or none: a boundary event whose trigger can't be evaluated is an incident of the activity.</summary>
    public static Fault? OpenBoundaries(EngineStep step, ElementInstance instance)
    {
        var prepared = new List<Subscription>();
        foreach (var index in instance.Element.Boundaries)
        {
            var boundary = (BoundaryEvent)instance.Definition.Elements[index];
            if (Prepare(step, instance, boundary, prepared) is { } fault)
            {
                return fault;
            }
        }

        Open(step, instance, prepared);
        return null;
    }

    /// <summary>Closes everything, oldest first.</summary>
    public static void CloseAll(EngineStep step, WaitOwner owner) => Close(step, owner, target: null);

    /// <summary>
    /// The trigger of a subscription has come. An event that needs several waits on for the others. Else the waiting element
    /// completes, the event-based gateway lets the event have its token, or the boundary event happens and, interrupting, ends
    /// its activity first.
    /// </summary>
    public static void Fire(EngineStep step, WaitState wait, ImmutableArray<Variable> variables)
    {
        var target = (CatchEvent)wait.Target;
        if (target.IsParallelMultiple && Awaits(wait.Owner, target))
        {
            Mappings.Spread(step, wait.Owner as ScopeState ?? ((ElementInstance)wait.Owner).Scope, variables);
            return;
        }

        if (wait.Owner is ScopeState scope)
        {
            Reopen(step, scope, target);
            EventSubProcesses.Trigger(step, scope, (StartEvent)target, variables);
            return;
        }

        var owner = (ElementInstance)wait.Owner;
        if (target is BoundaryEvent boundary)
        {
            FireBoundary(step, owner, boundary, variables);
        }
        else if (owner.Element.Kind == ElementKind.EventBasedGateway)
        {
            EventBasedGatewayBehavior.Decide(step, owner, target, variables);
        }
        else
        {
            Close(step, owner, target);
            Mappings.SetResults(step, owner, variables);
            Lifecycle.Complete(step, owner);
        }
    }

    /// <summary>True when the subscription stays open after its trigger has come, since the event may happen again.</summary>
    public static bool Stays(WaitState wait) => wait.Target is CatchEvent { Repeats: true, IsParallelMultiple: false };

    /// <summary>The boundary event happens and, interrupting, ends its activity first.</summary>
    public static void FireBoundary(
        EngineStep step,
        ElementInstance owner,
        BoundaryEvent boundary,
        ImmutableArray<Variable> variables
    )
    {
        var scope = owner.Scope;
        if (boundary.IsInterrupting)
        {
            Lifecycle.Terminate(step, owner);
        }

        Reopen(step, owner, boundary);

        var instance = Lifecycle.Activate(step, boundary, scope, flowId: null);
        Mappings.SetResults(step, instance, variables);
        Lifecycle.Begin(step, instance, ElementPhase.Entering);
    }

    /// <summary>An event that needs several and may happen again waits for all of them again.</summary>
    public static void Reopen(EngineStep step, WaitOwner owner, CatchEvent target)
    {
        if (target is not { IsParallelMultiple: true, Repeats: true })
        {
            return;
        }

        var prepared = new List<Subscription>();
        if (Prepare(step, owner, target, prepared) is not { } fault)
        {
            Open(step, owner, prepared);
        }
        else if (owner.Incident is null)
        {
            Lifecycle.Raise(step, owner, target, fault, ElementPhase.Waiting);
        }
    }

    private static bool Awaits(WaitOwner owner, CatchEvent target)
    {
        for (var wait = owner.Waits; wait is not null; wait = wait.Next)
        {
            if (ReferenceEquals(wait.Target, target))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Closes what waits for the target, or with null everything, oldest first.</summary>
    private static void Close(EngineStep step, WaitOwner owner, CatchEvent? target)
    {
        while (Oldest(owner, target) is { } oldest)
        {
            Close(step, oldest);
        }
    }

    /// <summary>Nobody waits for this any more.</summary>
    public static void Close(EngineStep step, WaitState wait) =>
        step.Emit(
            wait switch
            {
                JobState => new JobCanceled(wait.Key),
                UserTaskState => new UserTaskCanceled(wait.Key),
                TimerState => new TimerCanceled(wait.Key),
                MessageSubscriptionState => new MessageSubscriptionClosed(wait.Key),
                SignalSubscriptionState => new SignalSubscriptionClosed(wait.Key),
                ConditionState => new ConditionSubscriptionClosed(wait.Key),
                _ => throw new UnreachableException(),
            }
        );

    private static WaitState? Oldest(WaitOwner owner, CatchEvent? target)
    {
        WaitState? oldest = null;
        for (var wait = owner.Waits; wait is not null; wait = wait.Next)
        {
            oldest = target is null || ReferenceEquals(wait.Target, target) ? wait : oldest;
        }

        return oldest;
    }
}
