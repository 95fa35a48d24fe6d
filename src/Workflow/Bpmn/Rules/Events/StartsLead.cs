namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class StartsLead()
    : BpmnRule("start.outgoing", "BPMN §10.5.2", "A sequence flow leads out of every start event.", isHarmless: true)
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowNodes.Where(node => node.Name == "startEvent"))
        {
            if (subject.Outgoing(node).Count == 0)
            {
                Report(subject, node, "No flow leads out of the start event.");
            }
        }
    }
}
