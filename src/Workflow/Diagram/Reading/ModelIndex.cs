using Approvals.Workflow.Bpmn.Writing;

namespace Approvals.Workflow.Diagram.Reading;

/// <summary>The elements of a document by id, and the references that point from elsewhere to what is drawn.</summary>
internal sealed class ModelIndex
{
    private readonly Dictionary<string, ElementNode> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> lanes = new(StringComparer.Ordinal);
    private readonly HashSet<string> defaults = new(StringComparer.Ordinal);

    public ModelIndex(ElementNode root) => Add(root);

    public ElementNode? this[string? id] => id is null ? null : byId.GetValueOrDefault(id);

    /// <summary>The innermost lane that lists an element.</summary>
    public string? LaneOf(string element) => lanes.GetValueOrDefault(element);

    public bool IsDefault(string flow) => defaults.Contains(flow);

    private void Add(ElementNode element)
    {
        if (element.Name.Namespace == BpmnNames.Model)
        {
            Note(element);
        }

        foreach (var child in element.Elements)
        {
            Add(child);
        }
    }

    private void Note(ElementNode element)
    {
        if (element["id"] is { } id)
        {
            byId.TryAdd(id, element);
        }

        if (element.Reference("default") is { } flow)
        {
            defaults.Add(flow);
        }

        if (element.Name.Local is "lane" && element["id"] is { } lane)
        {
            // Inner lanes come after the ones around them, so the innermost stays.
            foreach (var member in element.References("flowNodeRef"))
            {
                lanes[member] = lane;
            }
        }
    }
}
