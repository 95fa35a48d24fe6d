using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Tasks;

/// <summary>Service and business rule task (BPMN §13.3.3): creates a job and waits for its worker.</summary>
internal sealed class JobTaskBehavior : ElementBehavior
{
    public override Fault? Activate(EngineStep step, ElementInstance instance) =>
        JobCreation.Create(step, instance, ((JobTask)instance.Element).Job);
}
