namespace Approvals.Workflow.Bpmn.Rules.References;

internal sealed class MessageReferences()
    : ReferenceRule(
        "message.reference",
        "BPMN §8.4.11, §10.5.5",
        "A messageRef names a message.",
        """
        messageEventDefinition @messageRef : message
        sendTask @messageRef : message
        receiveTask @messageRef : message
        messageFlow @messageRef : message
        correlationPropertyRetrievalExpression @messageRef : message
        operation inMessageRef : message
        operation outMessageRef : message
        """
    );
