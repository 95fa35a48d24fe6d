using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Events.Throwing;

/// <summary>An escalation (BPMN §10.5.7): whoever catches it hears of it, and interrupts or not. Caught by nobody it has no effect.</summary>
internal sealed class ThrownEscalation : ThrownResult
{
    public override Fault? Check(EngineStep step, ElementInstance thrower, EventTrigger result) =>
        Find(step, thrower, (EscalationTrigger)result, out _);

    public override void Give(EngineStep step, ElementInstance thrower, EventTrigger result)
    {
        if (Find(step, thrower, (EscalationTrigger)result, out var catcher) is null && catcher.Event is not null)
        {
            Propagation.Catch(step, catcher, []);
        }
    }

    private static Fault? Find(
        EngineStep step,
        ElementInstance thrower,
        EscalationTrigger escalation,
        out Catcher catcher
    )
    {
        catcher = default;
        return Evaluation.Text(step, escalation.Code, thrower, "The escalation code", out var code)
            ?? Propagation.Find<EscalationTrigger>(step, thrower, code, out catcher);
    }
}
