namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class EscalationCodes()
    : BpmnRule(
        "escalation.code",
        "BPMN §8.4.4",
        "In a process with isExecutable=\"true\", an escalation that is thrown has a code.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (
            var node in subject.FlowNodes.Where(node =>
                RuleSubject.IsA(node, "throwEvent") && RuleSubject.IsExecutable(node)
            )
        )
        {
            foreach (var trigger in subject.Triggers(node).Where(each => each.Name == "escalationEventDefinition"))
            {
                if (subject.Find(trigger["escalationRef"])?["escalationCode"] is not { Length: > 0 })
                {
                    Report(subject, node, "The escalation that is thrown has no escalationCode.");
                }
            }
        }
    }
}
