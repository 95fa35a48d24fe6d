namespace Approvals.Workflow.Bpmn.Rules.Gateways;

internal sealed class EventGatewayFlows()
    : BpmnRule(
        "event-gateway.flow",
        "BPMN §10.6.6",
        "An event-based gateway has at least two outgoing flows.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.InProcesses("eventBasedGateway"))
        {
            if (subject.Outgoing(node).Count < 2)
            {
                Report(subject, node, "An event-based gateway needs at least two events to wait for.");
            }
        }
    }
}
