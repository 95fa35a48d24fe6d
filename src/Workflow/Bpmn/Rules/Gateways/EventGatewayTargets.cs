using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Gateways;

internal sealed class EventGatewayTargets()
    : BpmnRule(
        "event-gateway.target",
        "BPMN §10.6.6",
        "After an event-based gateway stand receive tasks and intermediate catch events for messages, signals, timers and conditions only."
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var gateway in subject.InProcesses("eventBasedGateway"))
        {
            foreach (var flow in subject.Outgoing(gateway))
            {
                if (subject.Find(flow["targetRef"]) is { } target && !Fits(subject, target))
                {
                    Report(subject, flow, $"'{target.Id}' is no event that the gateway could wait for.");
                }
            }
        }
    }

    private static bool Fits(RuleSubject subject, BpmnNode target) =>
        target.Name == "receiveTask"
        || (
            target.Name == "intermediateCatchEvent"
            && subject
                .Triggers(target)
                .All(trigger =>
                    trigger.Name
                        is "messageEventDefinition"
                            or "signalEventDefinition"
                            or "timerEventDefinition"
                            or "conditionalEventDefinition"
                )
        );
}
