namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>The flow nodes this version executes, by the local name of their XML element.</summary>
internal static class FlowNodes
{
    public static bool IsFlowNode(BpmnNode node) => node.Namespace == BpmnNames.Bpmn && IsFlowNode(node.Name);

    public static bool IsActivity(BpmnNode node) => node.Namespace == BpmnNames.Bpmn && IsActivity(node.Name);

    private static bool IsFlowNode(string name) =>
        IsActivity(name)
        || name
            is "startEvent"
                or "endEvent"
                or "intermediateThrowEvent"
                or "intermediateCatchEvent"
                or "boundaryEvent"
                or "exclusiveGateway"
                or "parallelGateway";

    private static bool IsActivity(string name) =>
        name
            is "task"
                or "userTask"
                or "serviceTask"
                or "sendTask"
                or "receiveTask"
                or "scriptTask"
                or "manualTask"
                or "businessRuleTask";
}
