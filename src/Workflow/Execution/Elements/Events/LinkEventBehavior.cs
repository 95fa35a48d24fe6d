using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Events;

/// <summary>Link events (BPMN §10.5.5): the token that reaches the throwing one goes on at the catching one of the same name and scope.</summary>
internal sealed class LinkEventBehavior : ElementBehavior
{
    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        if (instance.Element is ThrowEvent { LinkTarget: < 0 })
        {
            return Fault.Value($"No link catch event of the scope answers to '{instance.Element.Id}'.");
        }

        Lifecycle.Complete(step, instance);
        return null;
    }

    public override void Left(EngineStep step, ElementInstance instance)
    {
        if (instance.Element is ThrowEvent link)
        {
            Lifecycle.Enter(step, instance.Definition.Elements[link.LinkTarget], instance.Scope, flowId: null);
        }
    }
}
