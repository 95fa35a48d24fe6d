using System.Collections.Frozen;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>The extensions of Camunda 7, Flowable, Activiti and jBPM by their names, which they mostly share.</summary>
internal static class VendorVocabulary
{
    /// <summary>Housekeeping, pictures and notes that change nothing in what a model does.</summary>
    private static readonly FrozenSet<string> Harmless = Split(
        """
        historyTimeToLive isStartableInTasklist versionTag modelerTemplate modelerTemplateVersion diagramRelationId asyncBefore
        asyncAfter async exclusive jobPriority taskPriority properties property metaData metadata potentialStarter
        candidateStarterGroups candidateStarterUsers formReadOnlyMode category localization design
        modelId modelVersion packageName version adHoc-ordering docletColour color bgcolor selectable displayName icon
        """
    );

    private static readonly FrozenDictionary<string, string> Instead = Pairs(
        ("use zeebe:assignmentDefinition", "assignee candidateUsers candidateGroups humanPerformer resource"),
        ("use zeebe:taskSchedule", "dueDate followUpDate businessCalendarName"),
        ("use zeebe:priorityDefinition", "priority"),
        (
            "use a form and zeebe:formDefinition",
            "formKey formRef formRefBinding formRefVersion formHandlerClass formData formField formProperty formFieldValidation"
        ),
        (
            "use zeebe:taskDefinition with a job type, and a worker",
            "class delegateExpression expression type topic taskName field connector resource-def serviceConfig operationRef delegate"
        ),
        ("use zeebe:script with FEEL", "scriptFormat script"),
        (
            "use an output mapping (zeebe:output)",
            "resultVariable resultVariableName resultDataInputOutput mapDecisionResult"
        ),
        (
            "use zeebe:calledDecision",
            "decisionRef decisionRefBinding decisionRefVersion decisionRefVersionTag decisionRefTenantId ruleFlowGroup rules "
                + "ruleVariablesInput decisionTableReferenceKey"
        ),
        (
            "use zeebe:calledElement",
            "calledElementBinding calledElementVersion calledElementVersionTag calledElementTenantId caseRef caseBinding caseVersion "
                + "independent waitForCompletion inheritVariables sameDeployment businessKey inheritBusinessKey calledElementType "
                + "variableMappingClass variableMappingDelegateExpression"
        ),
        ("use zeebe:ioMapping", "in out inputOutput inputParameter outputParameter"),
        ("use zeebe:loopCharacteristics", "collection elementVariable elementIndexVariable variableAggregation"),
        (
            "set the variable by a task or a mapping",
            "initiator errorCodeVariable errorMessageVariable escalationCodeVariable"
        ),
        ("put what it asks into the condition itself", "variableName variableEvents"),
        ("give zeebe:taskDefinition its retries", "failedJobRetryTimeCycle"),
        (
            "put a service task before or after the element",
            "executionListener taskListener eventListener onEntry-script onExit-script"
        ),
        ("put it into a condition on a flow", "skipExpression"),
        ("use an error boundary event", "mapException errorEventDefinition")
    );

    public static bool IsHarmless(string name) => Harmless.Contains(name);

    public static string InsteadOf(string name) =>
        Instead.GetValueOrDefault(name, "express it with zeebe extensions and FEEL");

    private static FrozenDictionary<string, string> Pairs(params (string Advice, string Names)[] advice) =>
        advice
            .SelectMany(each => Split(each.Names).Select(name => KeyValuePair.Create(name, each.Advice)))
            .ToFrozenDictionary(StringComparer.Ordinal);

    private static FrozenSet<string> Split(string names) =>
        names
            .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToFrozenSet(StringComparer.Ordinal);
}
