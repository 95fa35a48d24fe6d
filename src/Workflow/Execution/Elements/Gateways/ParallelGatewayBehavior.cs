using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Gateways;

/// <summary>
/// Parallel gateway (BPMN §13.4.1): a token on every outgoing flow. The waiting for one token on each incoming flow is
/// <see cref="ApplyTokens.Take"/>: the gateway is only activated by a complete set.
/// </summary>
internal sealed class ParallelGatewayBehavior : ElementBehavior
{
    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        Lifecycle.Complete(step, instance);
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
}
