namespace Approvals.Workflow.Bpmn.Rules.Activities;

internal sealed class NoChoreography()
    : BpmnRule(
        "process.choreography",
        "BPMN §10.2, §10.3.5",
        "Processes and sub-processes contain no choreography activities."
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.Nodes.Where(node => RuleSubject.IsA(node, "choreographyActivity")))
        {
            if (node.Around("process") is not null)
            {
                Report(subject, node, "Choreography activities stand in choreographies, not in processes.");
            }
        }
    }
}
