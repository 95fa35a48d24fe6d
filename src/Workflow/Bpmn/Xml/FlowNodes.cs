namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>The kinds of flow nodes (BPMN §8.4.9), by the local name of their XML element.</summary>
internal static class FlowNodes
{
    public static bool IsFlowNode(BpmnNode node) => node.Namespace == BpmnNames.Bpmn && IsFlowNode(node.Name);

    public static bool IsActivity(BpmnNode node) => node.Namespace == BpmnNames.Bpmn && IsActivity(node.Name);

    /// <summary>A flow node with flow nodes inside.</summary>
    public static bool IsSubProcess(BpmnNode node) => node.Namespace == BpmnNames.Bpmn && IsSubProcess(node.Name);

    public static bool IsEventSubProcess(BpmnNode node) =>
        node.IsBpmn("subProcess") && node["triggeredByEvent"] is "true" or "1";

    /// <summary>A task of the collaboration's own level that processes call (BPMN §10.3.7).</summary>
    public static bool IsGlobalTask(BpmnNode node) =>
        node.Namespace == BpmnNames.Bpmn
        && node.Name
            is "globalTask"
                or "globalUserTask"
                or "globalManualTask"
                or "globalScriptTask"
                or "globalBusinessRuleTask";

    private static bool IsFlowNode(string name) =>
        IsActivity(name)
        || name
            is "startEvent"
                or "endEvent"
                or "intermediateThrowEvent"
                or "intermediateCatchEvent"
                or "boundaryEvent"
                or "exclusiveGateway"
                or "parallelGateway"
                or "inclusiveGateway"
                or "complexGateway"
                or "eventBasedGateway";

    private static bool IsActivity(string name) =>
        name
            is "task"
                or "userTask"
                or "serviceTask"
                or "sendTask"
                or "receiveTask"
                or "scriptTask"
                or "manualTask"
                or "businessRuleTask"
                or "callActivity"
        || IsSubProcess(name);

    private static bool IsSubProcess(string name) => name is "subProcess" or "transaction" or "adHocSubProcess";
}
