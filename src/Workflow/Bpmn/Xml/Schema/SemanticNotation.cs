namespace Approvals.Workflow.Bpmn.Xml.Schema;

/// <summary>
/// What the XML schema of BPMN 2.0 (formal/2011-01-03, BPMN20.xsd and Semantic.xsd) says, in the notation of <see cref="SchemaNotation"/>.
/// </summary>
internal static class SemanticNotation
{
    public const string Simple = """
        AdHocOrdering : Parallel Sequential
        AssociationDirection : None One Both
        ChoreographyLoopType : None Standard MultiInstanceSequential MultiInstanceParallel
        EventBasedGatewayType : Exclusive Parallel
        GatewayDirection : Unspecified Converging Diverging Mixed
        ItemKind : Information Physical
        MultiInstanceFlowCondition : None One All Complex
        ProcessType : None Public Private
        RelationshipDirection : None Forward Backward Both
        """;

    public const string Groups = """
        artifact : association group textAnnotation
        conversationNode : callConversation conversation subConversation
        eventDefinition : cancelEventDefinition compensateEventDefinition conditionalEventDefinition errorEventDefinition
        eventDefinition : escalationEventDefinition linkEventDefinition messageEventDefinition signalEventDefinition
        eventDefinition : terminateEventDefinition timerEventDefinition
        expression : expression formalExpression
        flowElement : startEvent endEvent intermediateThrowEvent intermediateCatchEvent boundaryEvent implicitThrowEvent
        flowElement : task userTask serviceTask sendTask receiveTask scriptTask manualTask businessRuleTask callActivity
        flowElement : subProcess transaction adHocSubProcess sequenceFlow dataObject dataObjectReference dataStoreReference
        flowElement : exclusiveGateway parallelGateway inclusiveGateway complexGateway eventBasedGateway
        flowElement : choreographyTask callChoreography subChoreography
        loopCharacteristics : multiInstanceLoopCharacteristics standardLoopCharacteristics
        resourceRole : resourceRole performer humanPerformer potentialOwner
        rootElement : category correlationProperty dataStore endPoint error escalation eventDefinition interface itemDefinition
        rootElement : message partnerEntity partnerRole process resource signal
        rootElement : globalTask globalUserTask globalManualTask globalScriptTask globalBusinessRuleTask
        rootElement : collaboration choreography globalChoreographyTask globalConversation
        """;

    public const string Types = """
        tDefinitions open : | id:ID name:string targetNamespace:string! expressionLanguage:string typeLanguage:string exporter:string exporterVersion:string | import* extension* rootElement* bpmndi:BPMNDiagram* relationship*
        tImport : | namespace:string! location:string! importType:string! |
        tBaseElement abstract open : | id:ID | documentation* extensionElements?
        tBaseElementWithMixedContent abstract mixed open : | id:ID | documentation* extensionElements?
        tDocumentation mixed : | id:ID textFormat:string | any?
        tExtensionElements : | | other*
        tExtension : | definition:QName mustUnderstand:boolean | documentation*
        tRelationship : tBaseElement | type:string! direction:RelationshipDirection | source=QName+ target=QName+
        tRootElement abstract : tBaseElement | |
        tExpression : tBaseElementWithMixedContent | |
        tFormalExpression : tExpression | language:string evaluatesToTypeRef:QName |
        tScript mixed : | | any?
        tText mixed : | | any?

        tFlowElement abstract : tBaseElement | name:string | auditing? monitoring? categoryValueRef=QName*
        tFlowNode abstract : tFlowElement | | incoming=QName* outgoing=QName*
        tSequenceFlow : tFlowElement | sourceRef:IDREF! targetRef:IDREF! isImmediate:boolean | conditionExpression=tExpression?
        tAuditing : tBaseElement | |
        tMonitoring : tBaseElement | |

        tActivity abstract : tFlowNode | isForCompensation:boolean startQuantity:integer completionQuantity:integer default:IDREF | ioSpecification? property* dataInputAssociation* dataOutputAssociation* resourceRole* loopCharacteristics?
        tTask : tActivity | |
        tUserTask : tTask | implementation:string | rendering*
        tManualTask : tTask | |
        tServiceTask : tTask | implementation:string operationRef:QName |
        tSendTask : tTask | implementation:string messageRef:QName operationRef:QName |
        tReceiveTask : tTask | implementation:string instantiate:boolean messageRef:QName operationRef:QName |
        tScriptTask : tTask | scriptFormat:string | script?
        tBusinessRuleTask : tTask | implementation:string |
        tCallActivity : tActivity | calledElement:QName |
        tSubProcess : tActivity | triggeredByEvent:boolean | laneSet* flowElement* artifact*
        tAdHocSubProcess : tSubProcess | cancelRemainingInstances:boolean ordering:AdHocOrdering | completionCondition=tExpression?
        tTransaction : tSubProcess | method:string |
        tRendering : tBaseElement | |
        tLoopCharacteristics abstract : tBaseElement | |
        tStandardLoopCharacteristics : tLoopCharacteristics | testBefore:boolean loopMaximum:integer | loopCondition=tExpression?
        tMultiInstanceLoopCharacteristics : tLoopCharacteristics | isSequential:boolean behavior:MultiInstanceFlowCondition oneBehaviorEventRef:QName noneBehaviorEventRef:QName | loopCardinality=tExpression? loopDataInputRef=QName? loopDataOutputRef=QName? inputDataItem=tDataInput? outputDataItem=tDataOutput? complexBehaviorDefinition* completionCondition=tExpression?
        tComplexBehaviorDefinition : tBaseElement | | condition=tFormalExpression event=tImplicitThrowEvent?

        tGateway abstract : tFlowNode | gatewayDirection:GatewayDirection |
        tExclusiveGateway : tGateway | default:IDREF |
        tInclusiveGateway : tGateway | default:IDREF |
        tParallelGateway : tGateway | |
        tComplexGateway : tGateway | default:IDREF | activationCondition=tExpression?
        tEventBasedGateway : tGateway | instantiate:boolean eventGatewayType:EventBasedGatewayType |

        tEvent abstract : tFlowNode | | property*
        tCatchEvent abstract : tEvent | parallelMultiple:boolean | dataOutput* dataOutputAssociation* outputSet? eventDefinition* eventDefinitionRef=QName*
        tThrowEvent abstract : tEvent | | dataInput* dataInputAssociation* inputSet? eventDefinition* eventDefinitionRef=QName*
        tStartEvent : tCatchEvent | isInterrupting:boolean |
        tIntermediateCatchEvent : tCatchEvent | |
        tBoundaryEvent : tCatchEvent | cancelActivity:boolean attachedToRef:QName! |
        tEndEvent : tThrowEvent | |
        tIntermediateThrowEvent : tThrowEvent | |
        tImplicitThrowEvent : tThrowEvent | |
        tEventDefinition abstract : tRootElement | |
        tCancelEventDefinition : tEventDefinition | |
        tCompensateEventDefinition : tEventDefinition | waitForCompletion:boolean activityRef:QName |
        tConditionalEventDefinition : tEventDefinition | | condition=tExpression
        tErrorEventDefinition : tEventDefinition | errorRef:QName |
        tEscalationEventDefinition : tEventDefinition | escalationRef:QName |
        tLinkEventDefinition : tEventDefinition | name:string! | source=QName* target=QName?
        tMessageEventDefinition : tEventDefinition | messageRef:QName | operationRef=QName?
        tSignalEventDefinition : tEventDefinition | signalRef:QName |
        tTerminateEventDefinition : tEventDefinition | |
        tTimerEventDefinition : tEventDefinition | | / timeDate=tExpression? / timeDuration=tExpression? / timeCycle=tExpression?

        tInputOutputSpecification : tBaseElement | | dataInput* dataOutput* inputSet+ outputSet+
        tInputOutputBinding : tBaseElement | operationRef:QName! inputDataRef:IDREF! outputDataRef:IDREF! |
        tInputSet : tBaseElement | name:string | dataInputRefs=IDREF* optionalInputRefs=IDREF* whileExecutingInputRefs=IDREF* outputSetRefs=IDREF*
        tOutputSet : tBaseElement | name:string | dataOutputRefs=IDREF* optionalOutputRefs=IDREF* whileExecutingOutputRefs=IDREF* inputSetRefs=IDREF*
        tDataInput : tBaseElement | name:string itemSubjectRef:QName isCollection:boolean | dataState?
        tDataOutput : tBaseElement | name:string itemSubjectRef:QName isCollection:boolean | dataState?
        tProperty : tBaseElement | name:string itemSubjectRef:QName | dataState?
        tDataState : tBaseElement | name:string |
        tDataObject : tFlowElement | itemSubjectRef:QName isCollection:boolean | dataState?
        tDataObjectReference : tFlowElement | itemSubjectRef:QName dataObjectRef:IDREF | dataState?
        tDataStore : tRootElement | name:string capacity:integer isUnlimited:boolean itemSubjectRef:QName | dataState?
        tDataStoreReference : tFlowElement | itemSubjectRef:QName dataStoreRef:QName | dataState?
        tDataAssociation abstract : tBaseElement | | sourceRef=IDREF* targetRef=IDREF transformation=tFormalExpression? assignment*
        tDataInputAssociation : tDataAssociation | |
        tDataOutputAssociation : tDataAssociation | |
        tAssignment : tBaseElement | | from=tExpression to=tExpression

        tCallableElement abstract : tRootElement | name:string | supportedInterfaceRef=QName* ioSpecification? ioBinding*
        tProcess : tCallableElement | processType:ProcessType isClosed:boolean isExecutable:boolean definitionalCollaborationRef:QName | auditing? monitoring? property* laneSet* flowElement* artifact* resourceRole* correlationSubscription* supports=QName*
        tLaneSet : tBaseElement | name:string | lane*
        tLane : tBaseElement | name:string partitionElementRef:QName | partitionElement=tBaseElement? flowNodeRef=IDREF* childLaneSet=tLaneSet?
        tGlobalTask : tCallableElement | | resourceRole*
        tGlobalUserTask : tGlobalTask | implementation:string | rendering*
        tGlobalManualTask : tGlobalTask | |
        tGlobalScriptTask : tGlobalTask | scriptLanguage:string | script?
        tGlobalBusinessRuleTask : tGlobalTask | implementation:string |

        tArtifact abstract : tBaseElement | |
        tAssociation : tArtifact | sourceRef:QName! targetRef:QName! associationDirection:AssociationDirection |
        tGroup : tArtifact | categoryValueRef:QName |
        tTextAnnotation : tArtifact | textFormat:string | text?
        tCategory : tRootElement | name:string | categoryValue*
        tCategoryValue : tBaseElement | value:string |

        tItemDefinition : tRootElement | structureRef:QName isCollection:boolean itemKind:ItemKind |
        tMessage : tRootElement | name:string itemRef:QName |
        tSignal : tRootElement | name:string structureRef:QName |
        tError : tRootElement | name:string errorCode:string structureRef:QName |
        tEscalation : tRootElement | name:string escalationCode:string structureRef:QName |
        tInterface : tRootElement | name:string! implementationRef:QName | operation+
        tOperation : tBaseElement | name:string! implementationRef:QName | inMessageRef=QName outMessageRef=QName? errorRef=QName*
        tEndPoint : tRootElement | |
        tResource : tRootElement | name:string! | resourceParameter*
        tResourceParameter : tBaseElement | name:string type:QName isRequired:boolean |
        tResourceRole : tBaseElement | name:string | / resourceRef=QName resourceParameterBinding* / resourceAssignmentExpression?
        tPerformer : tResourceRole | |
        tHumanPerformer : tPerformer | |
        tPotentialOwner : tHumanPerformer | |
        tResourceAssignmentExpression : tBaseElement | | expression
        tResourceParameterBinding : tBaseElement | parameterRef:QName! | expression

        tCollaboration : tRootElement | name:string isClosed:boolean | participant* messageFlow* artifact* conversationNode* conversationAssociation* participantAssociation* messageFlowAssociation* correlationKey* choreographyRef=QName* conversationLink*
        tParticipant : tBaseElement | name:string processRef:QName | interfaceRef=QName* endPointRef=QName* participantMultiplicity?
        tParticipantMultiplicity : tBaseElement | minimum:int maximum:int |
        tParticipantAssociation : tBaseElement | | innerParticipantRef=QName outerParticipantRef=QName
        tPartnerEntity : tRootElement | name:string | participantRef=QName*
        tPartnerRole : tRootElement | name:string | participantRef=QName*
        tMessageFlow : tBaseElement | name:string sourceRef:QName! targetRef:QName! messageRef:QName |
        tMessageFlowAssociation : tBaseElement | innerMessageFlowRef:QName! outerMessageFlowRef:QName! |
        tConversationNode abstract : tBaseElement | name:string | participantRef=QName* messageFlowRef=QName* correlationKey*
        tConversation : tConversationNode | |
        tSubConversation : tConversationNode | | conversationNode*
        tCallConversation : tConversationNode | calledCollaborationRef:QName | participantAssociation*
        tConversationAssociation : tBaseElement | innerConversationNodeRef:QName! outerConversationNodeRef:QName! |
        tConversationLink : tBaseElement | name:string sourceRef:QName! targetRef:QName! |
        tGlobalConversation : tCollaboration | |
        tChoreography : tCollaboration | | flowElement*
        tGlobalChoreographyTask : tChoreography | initiatingParticipantRef:QName |
        tChoreographyActivity abstract : tFlowNode | initiatingParticipantRef:QName! loopType:ChoreographyLoopType | participantRef=QName{2,} correlationKey*
        tChoreographyTask : tChoreographyActivity | | messageFlowRef=QName{1,2}
        tSubChoreography : tChoreographyActivity | | flowElement* artifact*
        tCallChoreography : tChoreographyActivity | calledChoreographyRef:QName | participantAssociation*
        tCorrelationKey : tBaseElement | name:string | correlationPropertyRef=QName*
        tCorrelationProperty : tRootElement | name:string type:QName | correlationPropertyRetrievalExpression+
        tCorrelationPropertyRetrievalExpression : tBaseElement | messageRef:QName! | messagePath=tFormalExpression
        tCorrelationPropertyBinding : tBaseElement | correlationPropertyRef:QName! | dataPath=tFormalExpression
        tCorrelationSubscription : tBaseElement | correlationKeyRef:QName! | correlationPropertyBinding*
        """;

    /// <summary>Elements that are not of the type of their own name.</summary>
    public const string Named = """
        ioSpecification : tInputOutputSpecification
        ioBinding : tInputOutputBinding
        """;
}
