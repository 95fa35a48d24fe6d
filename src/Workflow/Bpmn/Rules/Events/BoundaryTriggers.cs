using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class BoundaryTriggers()
    : TriggerRule(
        "boundary.trigger",
        "BPMN §10.5.4",
        "A boundary event has a trigger: message, timer, error, escalation, cancel, compensation, conditional or signal.",
        "message timer error escalation cancel compensate conditional signal",
        mayBeNone: false
    )
{
    private protected override bool Concerns(BpmnNode node) => node.Name == "boundaryEvent";
}
