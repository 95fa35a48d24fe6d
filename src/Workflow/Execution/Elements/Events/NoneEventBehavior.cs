using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Events;

/// <summary>
/// None start event (BPMN §13.5.1), none intermediate throw event and none end event (§13.5.6): a token passes, or ends where
/// no flow leads on.
/// </summary>
internal sealed class NoneEventBehavior : ElementBehavior
{
    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        Lifecycle.Complete(step, instance);
        return null;
    }
}
