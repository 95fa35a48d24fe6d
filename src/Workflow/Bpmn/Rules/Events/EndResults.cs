using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class EndResults()
    : TriggerRule(
        "end.result",
        "BPMN §10.5.3",
        "An end event has no result, or message, escalation, error, cancel, compensation, signal and terminate results.",
        "message escalation error cancel compensate signal terminate",
        mayBeNone: true
    )
{
    private protected override bool Concerns(BpmnNode node) => node.Name == "endEvent";
}
