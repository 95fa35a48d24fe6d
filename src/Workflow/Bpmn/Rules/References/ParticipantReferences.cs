namespace Approvals.Workflow.Bpmn.Rules.References;

internal sealed class ParticipantReferences()
    : ReferenceRule(
        "participant.reference",
        "BPMN §9.3",
        "A participant refers to its process, and references to participants lead to participants.",
        """
        participant @processRef : process
        participantAssociation innerParticipantRef : participant
        participantAssociation outerParticipantRef : participant
        partnerEntity participantRef : participant
        partnerRole participantRef : participant
        conversationNode participantRef : participant
        choreographyActivity participantRef : participant
        choreographyActivity @initiatingParticipantRef : participant
        globalChoreographyTask @initiatingParticipantRef : participant
        """
    );
