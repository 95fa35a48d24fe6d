using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>Every user task has an assignee, candidate users or candidate groups.</summary>
internal sealed class TaskOwners : BpmnRule
{
    public override string Id => "binding.owner";

    public override string Clause => "approvals";

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
