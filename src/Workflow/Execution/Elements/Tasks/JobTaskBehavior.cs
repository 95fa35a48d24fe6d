using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Tasks;

/// <summary>Service, send and business rule task (BPMN §13.3.3): creates a job and waits for its worker.</summary>
internal sealed class JobTaskBehavior : ElementBehavior
{
    private const int DefaultRetries = 3;
    private const int MaxRetries = 1_000;

    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        var task = (JobTask)instance.Element;
        var retries = DefaultRetries;
        var fault =
            Evaluation.Text(step, task.Job.Type, instance, "The job type", out var type)
            ?? Evaluation.Integer(step, task.Job.Retries, instance, "The retry count", MaxRetries, ref retries);
        if (fault is not null)
        {
            return fault;
        }

        if (task.Job.Type is not null && string.IsNullOrEmpty(type))
        {
            return Fault.Value($"The job type of '{task.Id}' is empty.");
        }

        step.Emit(new JobCreated(step.State.NextKey, instance.Key, task.Id, type ?? "", retries, task.Job.Headers));
        return null;
    }
}
