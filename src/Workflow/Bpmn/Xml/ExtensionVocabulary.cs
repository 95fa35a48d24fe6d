using System.Collections.Frozen;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>
/// Which <c>zeebe:</c> and <c>approvals:</c> extension elements may stand on which BPMN element, and their attributes. Other
/// vendors' extensions are kept and have no effect.
/// </summary>
internal static class ExtensionVocabulary
{
    private const string OnEverything = "properties ";
    private const string OnEvent = OnEverything + "ioMapping ";
    private const string OnTask = OnEverything + "ioMapping taskHeaders ";
    private const string OnThrow = OnEvent + "taskDefinition taskHeaders ";

    private static readonly FrozenDictionary<string, FrozenSet<string>> Allowed = new Dictionary<string, string>
    {
        ["process"] = OnEverything + "versionTag clocks",
        ["message"] = "subscription",
        ["startEvent"] = OnEvent,
        ["endEvent"] = OnThrow,
        ["intermediateThrowEvent"] = OnThrow,
        ["intermediateCatchEvent"] = OnEvent,
        ["boundaryEvent"] = OnEvent,
        ["task"] = OnTask,
        ["manualTask"] = OnTask,
        ["receiveTask"] = OnTask,
        ["serviceTask"] = OnTask + "taskDefinition",
        ["sendTask"] = OnTask + "taskDefinition",
        ["businessRuleTask"] = OnTask + "taskDefinition calledDecision",
        ["scriptTask"] = OnTask + "taskDefinition script",
        ["userTask"] =
            OnTask
            + "userTask assignmentDefinition taskSchedule priorityDefinition formDefinition outcomes separation "
            + "returnTo signers handOver",
        ["callActivity"] = OnTask + "calledElement",
        ["subProcess"] = OnTask,
        ["transaction"] = OnTask,
        ["adHocSubProcess"] = OnTask + "adHoc taskDefinition",
        ["exclusiveGateway"] = OnEverything,
        ["parallelGateway"] = OnEverything,
        ["inclusiveGateway"] = OnEverything,
        ["complexGateway"] = OnEverything,
        ["eventBasedGateway"] = OnEverything,
        ["sequenceFlow"] = OnEverything,
    }.ToFrozenDictionary(pair => pair.Key, pair => Split(pair.Value), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, FrozenSet<string>> Attributes = new Dictionary<string, string>
    {
        ["properties"] = "",
        ["property"] = "name value",
        ["versionTag"] = "value",
        ["subscription"] = "correlationKey",
        ["ioMapping"] = "",
        ["input"] = "source target",
        ["output"] = "source target",
        ["taskHeaders"] = "",
        ["header"] = "key value",
        ["taskDefinition"] = "type retries",
        ["script"] = "expression resultVariable",
        ["userTask"] = "",
        ["assignmentDefinition"] = "assignee candidateGroups candidateUsers",
        ["taskSchedule"] = "dueDate followUpDate",
        ["priorityDefinition"] = "priority",
        ["formDefinition"] = "formId formKey",
        ["clocks"] = "",
        ["clock"] = "id name limit startOn stopOn pauseOn remindBefore legalBasis",
        ["outcomes"] = "variable",
        ["outcome"] = "value name",
        ["separation"] = "from",
        ["returnTo"] = "target name by",
        ["signers"] = "orders groups maximum",
        ["handOver"] = "allowed",
        ["calledDecision"] = "decisionId resultVariable bindingType versionTag",
        ["calledElement"] = "processId bindingType versionTag propagateAllParentVariables propagateAllChildVariables",
        ["adHoc"] = "activeElementsCollection outputCollection outputElement",
    }.ToFrozenDictionary(pair => pair.Key, pair => Split(pair.Value), StringComparer.Ordinal);

    /// <summary>Checks the extensions of one BPMN element, not those of its children.</summary>
    public static void Check(BpmnNode node, ProblemList problems)
    {
        foreach (var attribute in node.Attributes)
        {
            if (IsOurs(attribute.Namespace) && !attribute.Name.StartsWith("modelerTemplate", StringComparison.Ordinal))
            {
                problems.Add(
                    "extension.unknown",
                    node,
                    $"The extension attribute '{attribute.Name}' isn't executed here."
                );
            }
        }

        var allowed = Allowed.GetValueOrDefault(node.Name, FrozenSet<string>.Empty);
        foreach (var extension in node.Bpmn("extensionElements")?.Children ?? [])
        {
            if (!IsOurs(extension.Namespace))
            {
                continue;
            }

            if (!allowed.Contains(extension.Name))
            {
                problems.Add(
                    "extension.unknown",
                    extension,
                    $"The extension <{extension.Name}> isn't executed on <{node.Name}>."
                );
                continue;
            }

            CheckAttributes(extension, problems);
            foreach (var child in extension.Descendants())
            {
                CheckAttributes(child, problems);
            }
        }
    }

    private static void CheckAttributes(BpmnNode extension, ProblemList problems)
    {
        if (!Attributes.TryGetValue(extension.Name, out var known) || !IsOurs(extension.Namespace))
        {
            problems.Add("extension.unknown", extension, $"The extension <{extension.Name}> isn't executed here.");
            return;
        }

        foreach (var attribute in extension.Attributes)
        {
            var isDefaultBinding = attribute is { Name: "bindingType", Value: "latest" };
            if (!known.Contains(attribute.Name) && !isDefaultBinding)
            {
                problems.Add(
                    "extension.unknown",
                    extension,
                    $"The attribute '{attribute.Name}' of <{extension.Name}> isn't executed here."
                );
            }
        }
    }

    private static bool IsOurs(string ns) => ns is BpmnNames.Zeebe or BpmnNames.Approvals;

    private static FrozenSet<string> Split(string names) =>
        names.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
