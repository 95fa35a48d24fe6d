using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Containers;

/// <summary>The begin of a scope, the same for sub-processes and called processes.</summary>
internal static class Scopes
{
    public static Fault? Begin(EngineStep step, ScopeState scope)
    {
        var content = scope.Content;
        foreach (var index in content.Starts.IsEmpty ? content.ImplicitStarts : content.Starts)
        {
            Lifecycle.Enter(step, scope.Definition.Elements[index], scope, flowId: null);
        }

        step.Touch(scope);
        return null;
    }
}
