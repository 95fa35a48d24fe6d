using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>Service, send and rule tasks name the job type of their worker.</summary>
internal sealed class JobTypes : BpmnRule
{
    public override string Id => "binding.job";

    public override string Clause => "zeebe";

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
