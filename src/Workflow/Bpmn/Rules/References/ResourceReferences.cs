namespace Approvals.Workflow.Bpmn.Rules.References;

internal sealed class ResourceReferences()
    : ReferenceRule(
        "resource.reference",
        "BPMN §8.4.12, §10.3.1",
        "A resource role names a resource, its bindings the parameters of one.",
        """
        resourceRole resourceRef : resource
        resourceParameterBinding @parameterRef : resourceParameter
        """
    );
