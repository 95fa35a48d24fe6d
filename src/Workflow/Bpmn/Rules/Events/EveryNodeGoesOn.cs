using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class EveryNodeGoesOn()
    : BpmnRule(
        "node.outgoing",
        "BPMN §10.5.3, §10.5.4",
        "Where an end event is used, a sequence flow leads out of every other flow node of its level; not out of compensation activities, event sub-processes, compensation boundary events and link throw events. Intermediate events always have one.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowNodes)
        {
            var isInFlow = node.Name is "intermediateCatchEvent" or "intermediateThrowEvent";
            if (
                subject.Outgoing(node).Count == 0
                && (isInFlow || node.Parent!.Bpmn("endEvent") is not null)
                && !MayStandAlone(subject, node)
            )
            {
                Report(subject, node, "No flow leads on from here.");
            }
        }
    }

    private static bool MayStandAlone(RuleSubject subject, BpmnNode node) =>
        node.Name is "startEvent" or "endEvent" or "boundaryEvent"
        || FlowNodes.IsEventSubProcess(node)
        || node.Is("isForCompensation")
        || (node.Name == "intermediateThrowEvent" && subject.HasTrigger(node, "linkEventDefinition"));
}
