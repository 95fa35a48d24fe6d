using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Rules.Owners;

internal sealed class TaskOwners()
    : BpmnRule(
        "binding.owner",
        "zeebe:assignmentDefinition",
        "Every user task has an assignee, candidate users or candidate groups.",
        ProblemLevel.Deployment
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var element in subject.Elements())
        {
            if (element is UserTask { Assignee: null, CandidateGroups: null, CandidateUsers: null })
            {
                Report(
                    subject,
                    element,
                    "Nobody may take the task: give it an assignee, candidate users or candidate groups."
                );
            }
        }
    }
}
