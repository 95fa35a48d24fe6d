using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Elements.Gateways;

/// <summary>
/// What the activation condition of a complex gateway reads (BPMN §10.6.5): <c>activationCount</c>, the tokens before the gateway;
/// under the id of each incoming flow, the tokens on it; <c>waitingForStart</c>; then the variables of the scope.
/// </summary>
internal sealed class ActivationScope(ScopeState scope, Element gateway) : IFeelScope
{
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var flow in gateway.Incoming)
            {
                count += scope.ParkedOn(flow);
            }

            return count;
        }
    }

    public bool HasAll
    {
        get
        {
            foreach (var flow in gateway.Incoming)
            {
                if (scope.ParkedOn(flow) == 0)
                {
                    return false;
                }
            }

            return true;
        }
    }

    public bool TryGetValue(string name, out FeelValue value)
    {
        if (name == "activationCount")
        {
            value = FeelValue.From(Count);
            return true;
        }

        if (name == ComplexGatewayBehavior.Phase)
        {
            value = FeelValue.True;
            return true;
        }

        foreach (var flow in gateway.Incoming)
        {
            if (scope.Definition.Flows[flow].Id == name)
            {
                value = FeelValue.From(scope.ParkedOn(flow));
                return true;
            }
        }

        return scope.TryGetValue(name, out value);
    }
}
