using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Elements.Containers;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Events.Throwing;

/// <summary>The transaction around is canceled; see <see cref="Transactions"/>.</summary>
internal sealed class ThrownCancel : ThrownResult
{
    public override Fault? Check(EngineStep step, ElementInstance thrower, EventTrigger result) =>
        Transactions.Check(thrower);

    public override void Give(EngineStep step, ElementInstance thrower, EventTrigger result) =>
        Transactions.Cancel(step, thrower);
}
