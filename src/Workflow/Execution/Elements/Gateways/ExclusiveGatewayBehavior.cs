using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Gateways;

/// <summary>
/// Exclusive gateway (BPMN §13.4.2): the first flow, in order, whose condition holds; a flow without a condition always does; the
/// default flow when none holds. Merging, each token passes for itself.
/// </summary>
internal sealed class ExclusiveGatewayBehavior : ElementBehavior
{
    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        Lifecycle.Complete(step, instance);
        return null;
    }

    public override Fault? ChooseFlows(EngineStep step, ElementInstance instance, List<int> chosen)
    {
        var element = instance.Element;
        foreach (var index in element.Outgoing)
        {
            if (index == element.DefaultFlow)
            {
                continue;
            }

            var holds = true;
            if (
                instance.Definition.Flows[index].Condition is { } condition
                && Evaluation.Test(step, condition, instance, out holds) is { } fault
            )
            {
                return fault;
            }

            if (holds)
            {
                chosen.Add(index);
                return null;
            }
        }

        return element.Outgoing.IsEmpty ? null : TakeDefault(instance, chosen);
    }
}
