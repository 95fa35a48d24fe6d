using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class EventSubProcessTriggers()
    : TriggerRule(
        "start.event-trigger",
        "BPMN §10.3.5, §10.5.2",
        "The start event of an event sub-process has a trigger: message, timer, error, escalation, compensation, conditional or signal.",
        "message timer error escalation compensate conditional signal",
        mayBeNone: false
    )
{
    private protected override bool Concerns(BpmnNode node) =>
        node.Name == "startEvent" && FlowNodes.IsEventSubProcess(node.Parent!);
}
