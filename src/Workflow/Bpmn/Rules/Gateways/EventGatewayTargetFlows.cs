namespace Approvals.Workflow.Bpmn.Rules.Gateways;

internal sealed class EventGatewayTargetFlows()
    : BpmnRule(
        "event-gateway.incoming",
        "BPMN §10.6.6",
        "Into an event or task after an event-based gateway leads no other flow.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var flow in subject.InProcesses("eventBasedGateway").SelectMany(subject.Outgoing))
        {
            if (subject.Find(flow["targetRef"]) is { } target && subject.Incoming(target).Count > 1)
            {
                Report(subject, target, "After an event-based gateway no other flow leads here.");
            }
        }
    }
}
