namespace Approvals.Workflow.Bpmn.Rules.References;

internal sealed class CollaborationReferences()
    : ReferenceRule(
        "collaboration.reference",
        "BPMN §9",
        "Message flows join participants, activities and events; the references inside collaborations and choreographies lead to things of their kind.",
        """
        messageFlow @sourceRef : participant activity event conversationNode
        messageFlow @targetRef : participant activity event conversationNode
        process @definitionalCollaborationRef : collaboration
        process supports : process
        collaboration choreographyRef : choreography
        conversationNode messageFlowRef : messageFlow
        conversationAssociation @innerConversationNodeRef : conversationNode
        conversationAssociation @outerConversationNodeRef : conversationNode
        conversationLink @sourceRef : conversationNode participant activity event
        conversationLink @targetRef : conversationNode participant activity event
        callConversation @calledCollaborationRef : collaboration
        messageFlowAssociation @innerMessageFlowRef : messageFlow
        messageFlowAssociation @outerMessageFlowRef : messageFlow
        choreographyTask messageFlowRef : messageFlow
        callChoreography @calledChoreographyRef : choreography
        """
    );
