using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Gateways;

/// <summary>
/// Inclusive gateway (BPMN §13.4.3): a token on every outgoing flow without a condition or whose condition holds, on the default
/// flow when none does. Whether the tokens before it may go on is <see cref="GuardedJoins"/>'s question.
/// </summary>
internal sealed class InclusiveGatewayBehavior : ElementBehavior
{
    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        Lifecycle.Complete(step, instance);
        return null;
    }
}
