namespace Approvals.Workflow.Bpmn.Rules.Gateways;

internal sealed class EventGatewayTypes()
    : BpmnRule("event-gateway.parallel", "BPMN §10.6.6", "Only an instantiating event-based gateway is parallel.")
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.InProcesses("eventBasedGateway"))
        {
            if (node["eventGatewayType"] == "Parallel" && !node.Is("instantiate"))
            {
                Report(subject, node, "Only an instantiating gateway can be parallel.");
            }
        }
    }
}
