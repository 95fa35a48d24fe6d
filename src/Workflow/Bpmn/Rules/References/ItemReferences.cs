namespace Approvals.Workflow.Bpmn.Rules.References;

internal sealed class ItemReferences()
    : ReferenceRule(
        "item.reference",
        "BPMN §8.4.10",
        "What says of which kind a thing is names an item definition.",
        """
        message @itemRef : ~ itemDefinition
        error @structureRef : ~ itemDefinition
        escalation @structureRef : ~ itemDefinition
        signal @structureRef : ~ itemDefinition
        dataObject @itemSubjectRef : ~ itemDefinition
        dataObjectReference @itemSubjectRef : ~ itemDefinition
        dataStore @itemSubjectRef : ~ itemDefinition
        dataStoreReference @itemSubjectRef : ~ itemDefinition
        property @itemSubjectRef : ~ itemDefinition
        dataInput @itemSubjectRef : ~ itemDefinition
        dataOutput @itemSubjectRef : ~ itemDefinition
        resourceParameter @type : ~ itemDefinition
        correlationProperty @type : ~ itemDefinition
        """
    );
