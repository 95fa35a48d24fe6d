using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.References;

internal sealed class LaneReferences()
    : ReferenceRule(
        "lane.reference",
        "BPMN §10.8",
        "A lane lists flow nodes of its own process.",
        """
        lane flowNodeRef : flowNode
        """
    )
{
    private protected override string? Complaint(BpmnNode node, BpmnNode target) =>
        node.Around("process") is { } process && target.IsInside(process) ? null : "stands in another process.";
}
