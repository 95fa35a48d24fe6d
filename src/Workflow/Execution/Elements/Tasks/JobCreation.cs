using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Tasks;

/// <summary>Creates the job of a task or of a throwing event.</summary>
internal static class JobCreation
{
    private const int DefaultRetries = 3;
    private const int MaxRetries = 1_000;

    public static Fault? Create(EngineStep step, ElementInstance instance, JobDefinition job)
    {
        var retries = DefaultRetries;
        var fault =
            Evaluation.Text(step, job.Type, instance, "The job type", out var type)
            ?? Evaluation.Integer(step, job.Retries, instance, "The retry count", MaxRetries, ref retries);
        if (fault is not null)
        {
            return fault;
        }

        if (job.Type is not null && string.IsNullOrEmpty(type))
        {
            return Fault.Value($"The job type of '{instance.Element.Id}' is empty.");
        }

        step.Emit(
            new JobCreated(step.State.NextKey, instance.Key, instance.Element.Id, type ?? "", retries, job.Headers)
        );
        return null;
    }
}
