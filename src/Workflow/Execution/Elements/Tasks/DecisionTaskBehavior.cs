using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Tasks;

/// <summary>Business rule task with a called decision (BPMN §13.3.3, DMN §5.3): evaluated at once, the explanation kept.</summary>
internal sealed class DecisionTaskBehavior : ElementBehavior
{
    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        var task = (DecisionTask)instance.Element;
        if (Evaluation.Text(step, task.DecisionId, instance, "The decision id", out var id) is { } fault)
        {
            return fault;
        }

        if (string.IsNullOrEmpty(id))
        {
            return Fault.Value($"The decision id of '{task.Id}' is empty.");
        }

        step.Feel.Clear();
        var decision = new DecisionReference(id, task.Binding, task.VersionTag, instance.Definition);
        if (step.Context.Decisions?.Evaluate(decision, instance, step.Feel) is not { } result)
        {
            return new(
                IncidentKind.Decision,
                $"There is no decision '{id}'{Tag(task)}.",
                "Deploy the decision, then resolve the incident."
            );
        }

        if (result.Failure is { } failure)
        {
            return new(
                IncidentKind.Decision,
                $"The decision '{id}' gave no result: {failure}",
                "Set the variables that the decision reads or deploy it anew, then resolve the incident."
            );
        }

        step.Emit(new DecisionEvaluated(instance.Key, task.Id, id, result.Explanation));
        Mappings.SetResults(step, instance, [new(task.ResultVariable, result.Value)]);
        Lifecycle.Complete(step, instance);
        return null;
    }

    private static string Tag(DecisionTask task) =>
        task.Binding == ResourceBinding.VersionTag ? $" with the version tag '{task.VersionTag}'" : "";
}
