using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Events;

/// <summary>
/// Intermediate catch event (BPMN §13.5.2) and receive task (§13.3.3): waits for any of its triggers, or for all of them when it is
/// parallel multiple.
/// </summary>
internal sealed class CatchEventBehavior : ElementBehavior
{
    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        var prepared = new List<Subscription>();
        var fault = Subscriptions.Prepare(step, instance, (CatchEvent)instance.Element, prepared);
        if (fault is null)
        {
            Subscriptions.Open(step, instance, prepared);
        }

        return fault;
    }
}
