using System.Collections.Frozen;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>
/// Which BPMN elements and attributes may stand where, as far as this version executes them (BPMN 2.0 schema, Semantic.xsd).
/// What is not listed is refused; what is listed and not executed (names, documentation, lanes, data shapes, artifacts) has no
/// effect on execution by the standard.
/// </summary>
internal static class Vocabulary
{
    public const string Unsupported = "element.unsupported";
    private const string Any = "documentation extensionElements ";
    private const string FlowElement = Any + "auditing monitoring categoryValueRef ";
    private const string Node = FlowElement + "incoming outgoing ";
    private const string ActivityAttributes = "id name isForCompensation startQuantity completionQuantity default ";
    private const string Activity = Node + "property dataInputAssociation dataOutputAssociation ";
    private const string Event = Node + "property ";

    private const string FlowContent =
        "startEvent endEvent intermediateThrowEvent intermediateCatchEvent boundaryEvent task userTask serviceTask sendTask "
        + "receiveTask scriptTask manualTask businessRuleTask exclusiveGateway parallelGateway sequenceFlow laneSet "
        + "dataObject dataObjectReference dataStoreReference association textAnnotation group ";

    private static readonly FrozenDictionary<string, Entry> Entries = new Dictionary<string, Entry>
    {
        ["definitions"] = new(
            "id name targetNamespace expressionLanguage typeLanguage exporter exporterVersion",
            Any
                + "process collaboration message itemDefinition error escalation signal category dataStore resource interface "
                + "partnerEntity partnerRole endPoint relationship"
        ),
        ["process"] = new(
            "id name processType isClosed isExecutable definitionalCollaborationRef",
            FlowElement + "property supports " + FlowContent
        ),
        ["startEvent"] = new("id name isInterrupting parallelMultiple", Event),
        ["endEvent"] = new("id name", Event + "terminateEventDefinition"),
        ["intermediateThrowEvent"] = new("id name", Event),
        ["intermediateCatchEvent"] = new(
            "id name parallelMultiple",
            Event + "timerEventDefinition messageEventDefinition"
        ),
        ["boundaryEvent"] = new(
            "id name attachedToRef cancelActivity parallelMultiple",
            Event + "timerEventDefinition messageEventDefinition"
        ),
        ["task"] = new(ActivityAttributes, Activity),
        ["manualTask"] = new(ActivityAttributes, Activity),
        ["userTask"] = new(ActivityAttributes + "implementation", Activity),
        ["serviceTask"] = new(ActivityAttributes + "implementation operationRef", Activity),
        ["sendTask"] = new(ActivityAttributes + "implementation operationRef messageRef", Activity),
        ["businessRuleTask"] = new(ActivityAttributes + "implementation", Activity),
        ["receiveTask"] = new(ActivityAttributes + "implementation instantiate operationRef messageRef", Activity),
        ["scriptTask"] = new(ActivityAttributes + "scriptFormat", Activity + "script"),
        ["exclusiveGateway"] = new("id name gatewayDirection default", Node),
        ["parallelGateway"] = new("id name gatewayDirection", Node),
        ["sequenceFlow"] = new("id name sourceRef targetRef isImmediate", FlowElement + "conditionExpression"),
        ["conditionExpression"] = new("id language evaluatesToTypeRef", Any),
        ["terminateEventDefinition"] = new("id", Any),
        ["timerEventDefinition"] = new("id", Any + "timeDate timeDuration timeCycle"),
        ["timeDate"] = new("id language evaluatesToTypeRef", Any),
        ["timeDuration"] = new("id language evaluatesToTypeRef", Any),
        ["timeCycle"] = new("id language evaluatesToTypeRef", Any),
        ["messageEventDefinition"] = new("id messageRef", Any),
        ["message"] = new("id name itemRef", Any),
        ["dataInputAssociation"] = new("id", Any + "sourceRef targetRef"),
        ["dataOutputAssociation"] = new("id", Any + "sourceRef targetRef"),
        ["incoming"] = new("", ""),
        ["outgoing"] = new("", ""),
        ["script"] = new("", ""),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static void Check(BpmnNode node, ProblemList problems)
    {
        CheckVendors(node, problems);
        if (node.Namespace != BpmnNames.Bpmn || !Entries.TryGetValue(node.Name, out var entry))
        {
            // Content that the standard gives no effect on execution is kept as it is; vendors still speak inside it.
            foreach (var child in node.Children)
            {
                CheckVendorsBelow(child, problems);
            }

            return;
        }

        foreach (var attribute in node.Attributes)
        {
            if (attribute.Namespace.Length == 0 && !entry.Attributes.Contains(attribute.Name))
            {
                problems.Add(
                    "schema.attribute",
                    node,
                    $"<{node.Name}> has no attribute '{attribute.Name}' in BPMN 2.0."
                );
            }
        }

        foreach (var child in node.Children)
        {
            if (child.Namespace == BpmnNames.Bpmn && !entry.Children.Contains(child.Name))
            {
                problems.Add(
                    Unsupported,
                    child,
                    $"<{child.Name}> inside <{node.Name}> can't be executed by this version, so the file can't be deployed."
                );
                continue;
            }

            Check(child, problems);
        }
    }

    private static void CheckVendorsBelow(BpmnNode node, ProblemList problems)
    {
        CheckVendors(node, problems);
        foreach (var child in node.Children)
        {
            CheckVendorsBelow(child, problems);
        }
    }

    private static void CheckVendors(BpmnNode node, ProblemList problems)
    {
        if (BpmnNames.VendorOf(node.Namespace) is { } vendor)
        {
            problems.Add(
                "vendor",
                node,
                $"<{node.Name}> is an extension of {vendor}; express it with zeebe extensions and FEEL."
            );
        }

        foreach (var attribute in node.Attributes)
        {
            if (BpmnNames.VendorOf(attribute.Namespace) is { } vendorOfAttribute && !IsHarmless(attribute.Name))
            {
                problems.Add(
                    "vendor",
                    node,
                    $"The attribute '{attribute.Name}' is an extension of {vendorOfAttribute}; express it with zeebe extensions and FEEL."
                );
            }
        }
    }

    /// <summary>Housekeeping of the old engines that changes nothing in how a model runs.</summary>
    private static bool IsHarmless(string attribute) =>
        attribute
            is "historyTimeToLive"
                or "isStartableInTasklist"
                or "versionTag"
                or "modelerTemplate"
                or "modelerTemplateVersion"
                or "diagramRelationId";

    private sealed class Entry(string attributes, string children)
    {
        public FrozenSet<string> Attributes { get; } = Split(attributes);
        public FrozenSet<string> Children { get; } = Split(children);

        private static FrozenSet<string> Split(string names) =>
            names.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
