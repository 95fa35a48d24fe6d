using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Elements.Events;

/// <summary>Signal triggers (BPMN §10.5.5): a name, to everybody who listens, and nobody keeps it for later.</summary>
internal static class Signals
{
    public static Fault? Prepare(
        EngineStep step,
        IFeelScope scope,
        CatchEvent element,
        SignalTrigger trigger,
        out Subscription? subscription
    )
    {
        var fault = NameOf(step, scope, element, trigger, out var name);
        subscription = fault is null ? new SignalSubscription(element.Id, name) : null;
        return fault;
    }

    public static Fault? NameOf(
        EngineStep step,
        IFeelScope scope,
        Element element,
        SignalTrigger trigger,
        out string name
    )
    {
        var fault = Evaluation.Text(step, trigger.Name, scope, "The signal name", out var text);
        name = text ?? "";
        return fault ?? (name.Length > 0 ? null : Fault.Value($"The signal name of '{element.Id}' is empty."));
    }

    /// <summary>
    /// Reaches every subscription that is open now, oldest first; what the first ones do may close later ones. False when nobody
    /// listens.
    /// </summary>
    public static bool Deliver(EngineStep step, string name, ImmutableArray<Variable> variables)
    {
        var listeners = new List<long>();
        foreach (var wait in step.State.Waits.Items)
        {
            if (wait is SignalSubscriptionState signal && signal.SignalName == name)
            {
                listeners.Add(wait.Key);
            }
        }

        foreach (var key in listeners)
        {
            if (!step.State.IsActive || !step.State.Waits.TryFind(key, out var wait))
            {
                continue;
            }

            step.Emit(new SignalCaught(key, wait.Target.Id));
            if (!Subscriptions.Stays(wait))
            {
                step.Emit(new SignalSubscriptionClosed(key));
            }

            Subscriptions.Fire(step, wait, variables);
        }

        return listeners.Count > 0;
    }
}
