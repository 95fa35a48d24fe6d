using System.Collections.Frozen;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>
/// The <c>zeebe:</c> elements that <c>zeebe-bpmn-moddle</c> 2.0 knows and the <c>approvals:</c> ones: where they may stand, and their attributes.
/// </summary>
internal static class ExtensionVocabulary
{
    private const string OnEverything = "properties ";
    private const string OnEvent = OnEverything + "ioMapping ";
    private const string OnTask = OnEverything + "ioMapping taskHeaders ";
    private const string Job = "taskDefinition taskHeaders jobPriorityDefinition ";

    /// <summary>By the local name of the BPMN element; others take <c>zeebe:properties</c> only.</summary>
    private static readonly FrozenDictionary<string, FrozenSet<string>> Places = new Dictionary<string, string>
    {
        ["process"] = OnEverything + "versionTag userTaskForm jobPriorityDefinition clocks",
        ["message"] = OnEverything + "subscription",
        ["multiInstanceLoopCharacteristics"] = OnEverything + "loopCharacteristics",
        ["startEvent"] = OnEvent + "formDefinition",
        ["endEvent"] = OnEvent + Job,
        ["intermediateThrowEvent"] = OnEvent + Job,
        ["intermediateCatchEvent"] = OnEvent,
        ["boundaryEvent"] = OnEvent,
        ["task"] = OnTask,
        ["manualTask"] = OnTask,
        ["receiveTask"] = OnTask,
        ["serviceTask"] = OnTask + Job,
        ["sendTask"] = OnTask + Job,
        ["businessRuleTask"] = OnTask + Job + "calledDecision",
        ["globalBusinessRuleTask"] = OnTask + Job + "calledDecision",
        ["scriptTask"] = OnTask + Job + "script",
        ["globalScriptTask"] = OnTask + Job + "script",
        ["globalTask"] = OnTask,
        ["globalManualTask"] = OnTask,
        ["userTask"] =
            OnTask
            + "userTask assignmentDefinition taskSchedule priorityDefinition formDefinition outcomes separation returnTo signers "
            + "handOver",
        ["globalUserTask"] =
            OnTask
            + "userTask assignmentDefinition taskSchedule priorityDefinition formDefinition outcomes signers handOver",
        ["callActivity"] = OnTask + "calledElement",
        ["subProcess"] = OnTask,
        ["transaction"] = OnTask,
        ["adHocSubProcess"] = OnTask + "adHoc",
    }.ToFrozenDictionary(pair => pair.Key, pair => Split(pair.Value), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Everywhere = Split(OnEverything);

    private static readonly FrozenDictionary<string, FrozenSet<string>> Known = new Dictionary<string, string>
    {
        ["properties"] = "",
        ["property"] = "name value modelerConfigurationTemplate modelerConfigurationName",
        ["versionTag"] = "value",
        ["userTaskForm"] = "id",
        ["subscription"] = "correlationKey",
        ["ioMapping"] = "",
        ["input"] = "source target modelerConfigurationTemplate modelerConfigurationName",
        ["output"] = "source target",
        ["taskHeaders"] = "",
        ["header"] = "id key value",
        ["taskDefinition"] = "type retries",
        ["jobPriorityDefinition"] = "priority",
        ["script"] = "expression resultVariable",
        ["userTask"] = "",
        ["assignmentDefinition"] = "assignee candidateGroups candidateUsers",
        ["taskSchedule"] = "dueDate followUpDate",
        ["priorityDefinition"] = "priority",
        ["formDefinition"] = "formId formKey externalReference bindingType versionTag",
        ["calledDecision"] = "decisionId resultVariable bindingType versionTag",
        ["calledElement"] =
            "processId processIdExpression bindingType versionTag propagateAllParentVariables propagateAllChildVariables",
        ["loopCharacteristics"] = "inputCollection inputElement outputCollection outputElement",
        ["adHoc"] = "activeElementsCollection outputCollection outputElement",
        ["clocks"] = "",
        ["clock"] =
            "id name limit startOn startDay earlierPauses stopOn pauseOn extendOn extendBy remindBefore legalBasis",
        ["outcomes"] = "variable",
        ["outcome"] = "value name",
        ["separation"] = "from",
        ["returnTo"] = "target name by",
        ["signers"] = "orders groups maximum",
        ["handOver"] = "allowed",
    }.ToFrozenDictionary(pair => pair.Key, pair => Split(pair.Value), StringComparer.Ordinal);

    /// <summary>What changes execution in Camunda 8 and isn't executed here, with what to do instead.</summary>
    private static readonly FrozenDictionary<string, string> Refused = new Dictionary<string, string>
    {
        ["executionListeners"] = "put a service task before or after the element",
        ["taskListeners"] = "put a service task before or after the user task",
        ["linkedResources"] = "let the worker of the task fetch its resources",
        ["conditionalFilter"] = "put what it asks into the condition itself",
        ["agentDefinition"] = "let a worker of a service task run the agent",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Names and pictures of element templates, and an old counter: without effect on execution.</summary>
    public static bool IsHarmlessAttribute(string name) =>
        name.StartsWith("modelerTemplate", StringComparison.Ordinal) || name == "retryCounter";

    public static bool MayStandOn(string element, string extension) =>
        Places.GetValueOrDefault(element, Everywhere).Contains(extension);

    /// <summary>The attributes of an extension element, or null when it isn't known.</summary>
    public static FrozenSet<string>? AttributesOf(string extension) => Known.GetValueOrDefault(extension);

    /// <summary>What to do instead of an extension that is known and not executed, or null.</summary>
    public static string? InsteadOf(string extension) => Refused.GetValueOrDefault(extension);

    private static FrozenSet<string> Split(string names) =>
        names.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
