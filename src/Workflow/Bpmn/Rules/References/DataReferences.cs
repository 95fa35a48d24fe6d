namespace Approvals.Workflow.Bpmn.Rules.References;

internal sealed class DataReferences()
    : ReferenceRule(
        "data.reference",
        "BPMN §10.4.1",
        "References between data lead to data: objects, stores, properties, inputs and outputs.",
        """
        dataObjectReference @dataObjectRef : dataObject
        dataStoreReference @dataStoreRef : dataStore
        dataAssociation sourceRef : dataObject dataObjectReference dataStore dataStoreReference property dataInput dataOutput
        dataAssociation targetRef : dataObject dataObjectReference dataStore dataStoreReference property dataInput dataOutput
        inputSet dataInputRefs : dataInput
        inputSet optionalInputRefs : dataInput
        inputSet whileExecutingInputRefs : dataInput
        inputSet outputSetRefs : outputSet
        outputSet dataOutputRefs : dataOutput
        outputSet optionalOutputRefs : dataOutput
        outputSet whileExecutingOutputRefs : dataOutput
        outputSet inputSetRefs : inputSet
        inputOutputBinding @inputDataRef : dataInput inputSet
        inputOutputBinding @outputDataRef : dataOutput outputSet
        multiInstanceLoopCharacteristics loopDataInputRef : dataObject dataObjectReference dataStore dataStoreReference property dataInput dataOutput
        multiInstanceLoopCharacteristics loopDataOutputRef : dataObject dataObjectReference dataStore dataStoreReference property dataInput dataOutput
        """
    );
