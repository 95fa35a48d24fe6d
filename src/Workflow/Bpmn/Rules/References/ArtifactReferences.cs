namespace Approvals.Workflow.Bpmn.Rules.References;

internal sealed class ArtifactReferences()
    : ReferenceRule(
        "artifact.reference",
        "BPMN §8.4.1",
        "An association joins two elements; a group and an element's category name a category value; a lane's partition is an element.",
        """
        association @sourceRef : element
        association @targetRef : element
        group @categoryValueRef : categoryValue
        flowElement categoryValueRef : categoryValue
        lane @partitionElementRef : element
        """
    );
