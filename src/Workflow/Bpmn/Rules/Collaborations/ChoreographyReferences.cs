namespace Approvals.Workflow.Bpmn.Rules.Collaborations;

internal sealed class ChoreographyReferences()
    : BpmnRule(
        "choreography.choreography",
        "BPMN §9.2, §11",
        "Choreographies and global conversations refer to no choreography.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (
            var node in subject.Nodes.Where(node =>
                RuleSubject.IsA(node, "choreography") || node.Name == "globalConversation"
            )
        )
        {
            if (node.Bpmn("choreographyRef") is not null)
            {
                Report(subject, node, $"A <{node.Name}> has no choreographyRef.");
            }
        }
    }
}
