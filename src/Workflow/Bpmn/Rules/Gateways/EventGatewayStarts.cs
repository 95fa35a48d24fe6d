namespace Approvals.Workflow.Bpmn.Rules.Gateways;

internal sealed class EventGatewayStarts()
    : BpmnRule(
        "event-gateway.instantiate",
        "BPMN §10.6.6",
        "An instantiating event-based gateway has no incoming flow but from a start event without trigger."
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var gateway in subject.InProcesses("eventBasedGateway").Where(node => node.Is("instantiate")))
        {
            foreach (var flow in subject.Incoming(gateway))
            {
                if (
                    subject.Find(flow["sourceRef"]) is { } source
                    && (source.Name != "startEvent" || subject.Triggers(source).Count > 0)
                )
                {
                    Report(subject, gateway, "The gateway creates the process instance, so no flow leads here.");
                }
            }
        }
    }
}
