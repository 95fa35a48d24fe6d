namespace Approvals.Workflow.Bpmn.Rules.References;

internal sealed class CorrelationReferences()
    : ReferenceRule(
        "correlation.reference",
        "BPMN §8.4.2",
        "Correlation keys, bindings and subscriptions refer to each other's properties and keys.",
        """
        correlationKey correlationPropertyRef : correlationProperty
        correlationPropertyBinding @correlationPropertyRef : correlationProperty
        correlationSubscription @correlationKeyRef : correlationKey
        """
    );
