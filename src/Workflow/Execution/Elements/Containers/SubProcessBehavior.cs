using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Containers;

/// <summary>
/// Embedded sub-process (BPMN §13.3.4): its start event begins, or without one all elements that no flow leads to; it completes
/// when nothing is left inside.
/// </summary>
internal sealed class SubProcessBehavior : ElementBehavior
{
    public override Fault? Activate(EngineStep step, ElementInstance instance) => Scopes.Begin(step, instance.Inner!);
}
