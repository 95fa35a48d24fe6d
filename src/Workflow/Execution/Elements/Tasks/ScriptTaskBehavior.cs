using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Elements.Tasks;

/// <summary>Script task (BPMN §13.3.3): evaluates FEEL at once.</summary>
internal sealed class ScriptTaskBehavior : ElementBehavior
{
    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        var task = (ScriptTask)instance.Element;
        if (Evaluation.EvaluateStorable(step, task.Script, instance, out var value) is { } fault)
        {
            return fault;
        }

        Mappings.SetResults(step, instance, Results(task, value));
        Lifecycle.Complete(step, instance);
        return null;
    }

    private static ImmutableArray<Variable> Results(ScriptTask task, FeelValue value)
    {
        if (task.ResultVariable is { } name)
        {
            return [new(name, value)];
        }

        return value.Kind == FeelKind.Context
            ? [.. value.AsContext().Select(entry => new Variable(entry.Key, entry.Value))]
            : [];
    }
}
