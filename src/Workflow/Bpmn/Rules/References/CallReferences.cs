namespace Approvals.Workflow.Bpmn.Rules.References;

internal sealed class CallReferences()
    : ReferenceRule(
        "call.reference",
        "BPMN §10.3.6",
        "A call activity calls a process or a global task.",
        """
        callActivity @calledElement : callableElement
        """
    );
