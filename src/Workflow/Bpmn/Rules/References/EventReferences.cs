namespace Approvals.Workflow.Bpmn.Rules.References;

internal sealed class EventReferences()
    : ReferenceRule(
        "event.reference",
        "BPMN §10.5.5",
        "What an event definition refers to is of its kind: an error, a signal, an escalation, an activity to compensate, the other end of a link.",
        """
        errorEventDefinition @errorRef : error
        operation errorRef : error
        signalEventDefinition @signalRef : signal
        escalationEventDefinition @escalationRef : escalation
        compensateEventDefinition @activityRef : activity
        linkEventDefinition source : linkEventDefinition
        linkEventDefinition target : linkEventDefinition
        multiInstanceLoopCharacteristics @oneBehaviorEventRef : eventDefinition
        multiInstanceLoopCharacteristics @noneBehaviorEventRef : eventDefinition
        """
    );
