using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class ThrowResults()
    : TriggerRule(
        "throw.result",
        "BPMN §10.5.4",
        "An intermediate throw event has no result, or message, escalation, compensation, link and signal results.",
        "message escalation compensate link signal",
        mayBeNone: true
    )
{
    private protected override bool Concerns(BpmnNode node) => node.Name == "intermediateThrowEvent";
}
