using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Gateways;

internal sealed class EventGatewayMessages()
    : BpmnRule(
        "event-gateway.message",
        "BPMN §10.6.6",
        "After one event-based gateway stand either message events or receive tasks, not both.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var gateway in subject.InProcesses("eventBasedGateway"))
        {
            var targets = subject
                .Outgoing(gateway)
                .Select(flow => subject.Find(flow["targetRef"]))
                .OfType<BpmnNode>()
                .ToList();
            if (
                targets.Exists(target => target.Name == "receiveTask")
                && targets.Exists(target =>
                    target.Name == "intermediateCatchEvent" && subject.HasTrigger(target, "messageEventDefinition")
                )
            )
            {
                Report(
                    subject,
                    gateway,
                    "The gateway leads to message events and to receive tasks; it can have one of them only."
                );
            }
        }
    }
}
