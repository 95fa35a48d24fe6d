namespace Approvals.Workflow.Bpmn.Rules.Gateways;

internal sealed class GatewaySplits()
    : BpmnRule(
        "gateway.flow",
        "BPMN §10.6.1",
        "A gateway has several incoming flows or several outgoing ones: it merges or splits.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowNodes.Where(node => RuleSubject.IsA(node, "gateway")))
        {
            if (subject.Incoming(node).Count < 2 && subject.Outgoing(node).Count < 2)
            {
                Report(subject, node, "The gateway neither merges nor splits the flow.");
            }
        }
    }
}
