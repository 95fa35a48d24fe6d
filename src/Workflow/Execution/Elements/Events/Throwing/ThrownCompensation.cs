using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Elements.Containers;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Events.Throwing;

/// <summary>Compensation that nobody waits for; one that the event waits for has run before the event ends.</summary>
internal sealed class ThrownCompensation : ThrownResult
{
    public override void Give(EngineStep step, ElementInstance thrower, EventTrigger result)
    {
        var trigger = (CompensationTrigger)result;
        if (!trigger.WaitsForCompletion)
        {
            Compensations.Start(step, thrower, trigger, waits: false);
        }
    }
}
