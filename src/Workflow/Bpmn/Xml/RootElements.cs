using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>What stands beside the processes of a file and is referred to by id (BPMN §8.2.2).</summary>
internal sealed class RootElements
{
    private readonly Dictionary<string, BpmnNode> elements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BpmnNode> flowsFrom = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BpmnNode> flowsTo = new(StringComparer.Ordinal);

    public RootElements(BpmnNode root)
    {
        foreach (var node in root.Children)
        {
            if (node is { Namespace: BpmnNames.Bpmn, Id: { Length: > 0 } id })
            {
                elements.TryAdd(id, node);
            }
        }

        foreach (var flow in root.Descendants().Where(node => node.IsBpmn("messageFlow")))
        {
            if (flow is { Id: { Length: > 0 } } && flow["sourceRef"] is { } source && flow["targetRef"] is { } target)
            {
                flowsFrom.TryAdd(BpmnNode.Local(source), flow);
                flowsTo.TryAdd(BpmnNode.Local(target), flow);
            }
        }
    }

    /// <summary>The element of this local name that a reference means, or null.</summary>
    public BpmnNode? Find(string local, string? reference) =>
        reference is not null && elements.GetValueOrDefault(BpmnNode.Local(reference)) is { } node && node.IsBpmn(local)
            ? node
            : null;

    /// <summary>An event definition that is shared by reference, or null.</summary>
    public BpmnNode? FindEventDefinition(string reference) =>
        elements.GetValueOrDefault(BpmnNode.Local(reference)) is { } node && EventDefinitions.Is(node) ? node : null;

    /// <summary>The id of the message flow out of or into an element, or null.</summary>
    public string? MessageFlowOf(string elementId, bool throwing) =>
        (throwing ? flowsFrom : flowsTo).GetValueOrDefault(elementId)?.Id;
}

/// <summary>The event definitions (BPMN §10.5.5) by the local name of their XML element.</summary>
internal static class EventDefinitions
{
    public static bool Is(BpmnNode node) =>
        node.Namespace == BpmnNames.Bpmn
        && node.Name
            is "messageEventDefinition"
                or "timerEventDefinition"
                or "signalEventDefinition"
                or "errorEventDefinition"
                or "escalationEventDefinition"
                or "compensateEventDefinition"
                or "conditionalEventDefinition"
                or "linkEventDefinition"
                or "cancelEventDefinition"
                or "terminateEventDefinition";
}
