using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class EveryNodeIsReached()
    : BpmnRule(
        "node.incoming",
        "BPMN §10.5.2, §10.5.4",
        "Where a start event is used, a sequence flow leads into every other flow node of its level; not into compensation activities, event sub-processes, boundary events and link catch events, and not into what instantiates the process. Intermediate events always have one."
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowNodes)
        {
            var isInFlow = node.Name is "intermediateCatchEvent" or "intermediateThrowEvent";
            if (
                subject.Incoming(node).Count == 0
                && (isInFlow || node.Parent!.Bpmn("startEvent") is not null)
                && !MayStandAlone(subject, node)
            )
            {
                Report(subject, node, "No flow leads here, so it would never run.");
            }
        }
    }

    private static bool MayStandAlone(RuleSubject subject, BpmnNode node) =>
        node.Name is "startEvent" or "endEvent" or "boundaryEvent"
        || FlowNodes.IsEventSubProcess(node)
        || node.Is("isForCompensation")
        || node.Is("instantiate")
        || (node.Name == "intermediateCatchEvent" && subject.HasTrigger(node, "linkEventDefinition"));
}
