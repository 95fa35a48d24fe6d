using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class ProcessStartTriggers()
    : TriggerRule(
        "start.process-trigger",
        "BPMN §10.5.2",
        "A start event of a process has no trigger, or message, timer, conditional and signal triggers.",
        "message timer conditional signal",
        mayBeNone: true
    )
{
    private protected override bool Concerns(BpmnNode node) =>
        node.Name == "startEvent" && node.Parent!.Name == "process";
}
