using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Events;

/// <summary>
/// Boundary event (BPMN §13.5.3): it comes into being when its trigger has come (<see cref="Subscriptions.Fire"/>), so
/// there is nothing left to wait for.
/// </summary>
internal sealed class BoundaryEventBehavior : ElementBehavior
{
    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        Lifecycle.Complete(step, instance);
        return null;
    }
}
