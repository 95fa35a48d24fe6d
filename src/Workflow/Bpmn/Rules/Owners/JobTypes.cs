using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Rules.Owners;

internal sealed class JobTypes()
    : BpmnRule(
        "binding.job",
        "zeebe:taskDefinition",
        "Service, send and business rule tasks name the job type of their worker.",
        ProblemLevel.Deployment
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var element in subject.Elements())
        {
            if (element is JobTask { Job.Type: null })
            {
                Report(
                    subject,
                    element,
                    "The task names no job type (zeebe:taskDefinition), so no worker would ever take it."
                );
            }
        }
    }
}
