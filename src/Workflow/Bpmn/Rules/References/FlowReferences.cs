namespace Approvals.Workflow.Bpmn.Rules.References;

internal sealed class FlowReferences()
    : ReferenceRule(
        "flow.reference",
        "BPMN §8.4.13, §7.6.1",
        "A sequence flow leads from a flow node to a flow node; artifacts, data and lanes are neither.",
        """
        sequenceFlow @sourceRef : flowNode
        sequenceFlow @targetRef : flowNode
        """
    );
