using System.Collections.Immutable;
using System.Diagnostics;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Events;

/// <summary>Opens and closes what an element instance waits for, and lets boundary events happen.</summary>
internal static class Subscriptions
{
    public static Fault? Prepare(
        EngineStep step,
        WaitOwner owner,
        CatchEvent element,
        out Subscription? subscription
    ) =>
        element.Triggers[0] switch
        {
            TimerTrigger timer => Timers.Prepare(step, owner, element, timer, out subscription),
            MessageTrigger message => Messages.Prepare(step, owner, element, message, out subscription),
            _ => throw new UnreachableException(),
        };

    /// <summary>All or none: a boundary event whose trigger can't be evaluated is an incident of the activity.</summary>
    public static Fault? OpenBoundaries(EngineStep step, ElementInstance instance)
    {
        var prepared = new List<Subscription>();
        foreach (var index in instance.Element.Boundaries)
        {
            var boundary = (BoundaryEvent)instance.Definition.Elements[index];
            if (Prepare(step, instance, boundary, out var subscription) is { } fault)
            {
                return fault;
            }

            prepared.Add(subscription!);
        }

        foreach (var subscription in prepared)
        {
            step.Emit(subscription.ToEvent(step.State.NextKey, instance.Key));
        }

        return null;
    }

    /// <summary>Closes everything, oldest first.</summary>
    public static void CloseAll(EngineStep step, WaitOwner owner)
    {
        while (owner.Waits is { } newest)
        {
            var oldest = newest;
            while (oldest.Next is { } next)
            {
                oldest = next;
            }

            step.Emit(
                oldest switch
                {
                    JobState => new JobCanceled(oldest.Key),
                    UserTaskState => new UserTaskCanceled(oldest.Key),
                    TimerState => new TimerCanceled(oldest.Key),
                    MessageSubscriptionState => new MessageSubscriptionClosed(oldest.Key),
                    _ => throw new UnreachableException(),
                }
            );
        }
    }

    /// <summary>
    /// The trigger of a subscription has come: the waiting element completes, or the boundary event happens and, interrupting,
    /// ends its activity first.
    /// </summary>
    public static void Fire(EngineStep step, WaitState wait, ImmutableArray<Variable> variables)
    {
        var owner = (ElementInstance)wait.Owner;
        if (wait.Target is not BoundaryEvent boundary)
        {
            Mappings.SetResults(step, owner, variables);
            Lifecycle.Complete(step, owner);
            return;
        }

        var scope = owner.Scope;
        if (boundary.IsInterrupting)
        {
            Lifecycle.Terminate(step, owner);
        }

        var instance = Lifecycle.Activate(step, boundary, scope, flowId: null);
        Mappings.SetResults(step, instance, variables);
        Lifecycle.Begin(step, instance, ElementPhase.Entering);
    }
}
