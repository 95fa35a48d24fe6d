namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class EndsReached()
    : BpmnRule("end.incoming", "BPMN §10.5.3", "A sequence flow leads into every end event.", isHarmless: true)
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowNodes.Where(node => node.Name == "endEvent"))
        {
            if (subject.Incoming(node).Count == 0)
            {
                Report(subject, node, "No flow leads into the end event.");
            }
        }
    }
}
