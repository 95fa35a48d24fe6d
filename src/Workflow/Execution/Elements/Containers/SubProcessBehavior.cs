using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Containers;

/// <summary>
/// Embedded sub-process and transaction (BPMN §13.3.4, §13.3.5): its start event begins, or without one all elements that no flow
/// leads to; it completes when nothing is left inside.
/// </summary>
internal sealed class SubProcessBehavior : ElementBehavior
{
    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        var scope = instance.Inner!;
        if (Scopes.Open(step, scope, out _) is { } fault)
        {
            return fault;
        }

        Scopes.Start(step, scope);
        return null;
    }
}
