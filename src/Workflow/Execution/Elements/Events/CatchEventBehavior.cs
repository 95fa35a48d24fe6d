using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Events;

/// <summary>Intermediate catch event (BPMN §13.5.2) and receive task (§13.3.3): waits for its trigger.</summary>
internal sealed class CatchEventBehavior : ElementBehavior
{
    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        var element = (CatchEvent)instance.Element;
        var fault = Subscriptions.Prepare(step, instance, element, out var subscription);
        if (fault is null)
        {
            step.Emit(subscription!.ToEvent(step.State.NextKey, instance.Key));
        }

        return fault;
    }
}
