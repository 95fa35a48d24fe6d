using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class CatchTriggers()
    : TriggerRule(
        "catch.trigger",
        "BPMN §10.5.4",
        "An intermediate catch event has a trigger: message, timer, conditional, link or signal.",
        "message timer conditional link signal",
        mayBeNone: false
    )
{
    private protected override bool Concerns(BpmnNode node) => node.Name == "intermediateCatchEvent";
}
