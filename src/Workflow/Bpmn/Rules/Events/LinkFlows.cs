namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class LinkFlows()
    : BpmnRule(
        "link.flow",
        "BPMN §10.5.4",
        "No sequence flow leads out of a link throw event, none into a link catch event."
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowNodes.Where(node => subject.HasTrigger(node, "linkEventDefinition")))
        {
            if (node.Name == "intermediateThrowEvent" && subject.Outgoing(node).Count > 0)
            {
                Report(subject, node, "The token goes on at the link's target, no flow leads on from here.");
            }
            else if (node.Name == "intermediateCatchEvent" && subject.Incoming(node).Count > 0)
            {
                Report(subject, node, "The token comes from the link's sources, no flow leads here.");
            }
        }
    }
}
