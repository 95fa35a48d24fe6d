namespace Approvals.Workflow.Bpmn.Rules.References;

internal sealed class OperationReferences()
    : ReferenceRule(
        "operation.reference",
        "BPMN §8.5",
        "References to services lead to interfaces, operations and end points.",
        """
        serviceTask @operationRef : operation
        sendTask @operationRef : operation
        receiveTask @operationRef : operation
        messageEventDefinition operationRef : operation
        inputOutputBinding @operationRef : operation
        callableElement supportedInterfaceRef : interface
        participant interfaceRef : interface
        participant endPointRef : endPoint
        """
    );
