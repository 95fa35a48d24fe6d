using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Elements.Events;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Gateways;

/// <summary>
/// Event-based gateway (BPMN §13.4.4): waits for the events after it, receive tasks among them; the first to come takes the token
/// and the others are not waited for any more. A parallel one, which only begins processes, lets every event wait for itself.
/// </summary>
internal sealed class EventBasedGatewayBehavior : ElementBehavior
{
    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        if (((EventBasedGateway)instance.Element).IsParallel)
        {
            Lifecycle.Complete(step, instance);
            return null;
        }

        var prepared = new List<Subscription>();
        foreach (var flow in instance.Element.Outgoing)
        {
            var target = instance.Definition.Elements[instance.Definition.Flows[flow].Target];
            if (target is not CatchEvent awaited)
            {
                return Fault.Value(
                    $"'{target.Id}' after the event-based gateway '{instance.Element.Id}' is no event to wait for."
                );
            }

            if (Subscriptions.Prepare(step, instance, awaited, prepared) is { } fault)
            {
                return fault;
            }
        }

        Subscriptions.Open(step, instance, prepared);
        return null;
    }

    public override Fault? ChooseFlows(EngineStep step, ElementInstance instance, List<int> chosen)
    {
        foreach (var flow in instance.Element.Outgoing)
        {
            chosen.Add(flow);
        }

        return null;
    }

    /// <summary>
    /// The event has come: the gateway ends, the token goes to the event, which has happened. When what begins on the flow can't be
    /// computed, the gateway waits for its events anew once the incident is resolved.
    /// </summary>
    public static void Decide(
        EngineStep step,
        ElementInstance gateway,
        CatchEvent happened,
        ImmutableArray<Variable> variables
    )
    {
        var flow = FlowTo(gateway.Definition, gateway.Element, happened);
        Subscriptions.CloseAll(step, gateway);
        step.Chosen.Clear();
        step.Chosen.Add(flow.Index);
        if (Lifecycle.Go(step, gateway, ElementPhase.Activating))
        {
            Lifecycle.Happen(step, happened, gateway.Scope, flow.Id, variables);
        }
    }

    /// <summary>
    /// The event has come that begins the process: of an exclusive gateway the event alone has its token, of a parallel one the others
    /// are waited for too.
    /// </summary>
    public static void Begin(
        EngineStep step,
        EventBasedGateway gateway,
        CatchEvent happened,
        ImmutableArray<Variable> variables
    )
    {
        var instance = Lifecycle.Activate(step, gateway, step.State.Root, flowId: null);
        if (!gateway.IsParallel)
        {
            Decide(step, instance, happened, variables);
            return;
        }

        Lifecycle.Complete(step, instance);
        if (instance.Incident is null)
        {
            Lifecycle.Happen(step, happened, step.State.Root, FlowTo(step.Definition, gateway, happened).Id, variables);
        }
    }

    public static SequenceFlow FlowTo(ProcessDefinition definition, Element gateway, CatchEvent target)
    {
        foreach (var index in gateway.Outgoing)
        {
            if (definition.Flows[index].Target == target.Index)
            {
                return definition.Flows[index];
            }
        }

        throw new InvalidDataException($"No flow leads from '{gateway.Id}' to '{target.Id}'.");
    }
}
