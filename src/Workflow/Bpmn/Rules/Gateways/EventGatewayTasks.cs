namespace Approvals.Workflow.Bpmn.Rules.Gateways;

internal sealed class EventGatewayTasks()
    : BpmnRule(
        "event-gateway.boundary",
        "BPMN §10.6.6",
        "A receive task after an event-based gateway has no boundary events.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var flow in subject.InProcesses("eventBasedGateway").SelectMany(subject.Outgoing))
        {
            if (subject.Find(flow["targetRef"]) is { Name: "receiveTask" } task && subject.Boundaries(task).Count > 0)
            {
                Report(subject, task, "A receive task after an event-based gateway can't have boundary events.");
            }
        }
    }
}
