using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Tasks;

/// <summary>Abstract and manual task (BPMN §13.3.3): the engine does nothing for them, a token passes.</summary>
internal sealed class UndoneTaskBehavior : ElementBehavior
{
    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        Lifecycle.Complete(step, instance);
        return null;
    }
}
