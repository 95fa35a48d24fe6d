namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>The data of a process by id (BPMN §10.4.1), references taken as what they refer to.</summary>
internal sealed class DataIndex
{
    private readonly Dictionary<string, BpmnNode> data = new(StringComparer.Ordinal);

    public DataIndex(BpmnNode process)
    {
        foreach (var node in process.Descendants())
        {
            if (node is { Namespace: BpmnNames.Bpmn, Id: { Length: > 0 } id } && IsData(node.Name))
            {
                data.TryAdd(id, node);
            }
        }
    }

    /// <summary>What a reference means: an object, property, input or output, or a reference to a data store; null when it is none.</summary>
    public BpmnNode? Find(string? reference)
    {
        if (reference is null || !data.TryGetValue(BpmnNode.Local(reference), out var found))
        {
            return null;
        }

        return found.IsBpmn("dataObjectReference")
            ? data.GetValueOrDefault(BpmnNode.Local(found["dataObjectRef"] ?? ""))
            : found;
    }

    private static bool IsData(string name) =>
        name
            is "dataObject"
                or "dataObjectReference"
                or "dataStoreReference"
                or "dataInput"
                or "dataOutput"
                or "inputDataItem"
                or "outputDataItem"
                or "property";
}
