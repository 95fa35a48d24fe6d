using Approvals.Workflow.Bpmn.Writing;

namespace Approvals.Workflow.Diagram.Reading;

/// <summary>What a connection says about its picture, waypoints aside.</summary>
internal static class EdgeReading
{
    /// <param name="owner">The activity or event a data association belongs to: its other end.</param>
    public static DiagramEdge Of(ElementNode element, string id, EdgeKind kind, string? owner, ModelIndex index)
    {
        var (source, target) = (End(element, "sourceRef"), End(element, "targetRef"));
        if (kind is EdgeKind.DataAssociation && owner is not null)
        {
            (source, target) = element.Name.Local is "dataInputAssociation" ? (source, owner) : (owner, target);
        }

        return new(id, kind, source, target)
        {
            Name = element.Name() is { Length: > 0 } name ? name : index[element.Reference("messageRef")]?.Name() ?? "",
            Default = index.IsDefault(id),
            Conditional = element.Bpmn("conditionExpression").Any(),
            Direction = (kind, element["associationDirection"]) switch
            {
                (EdgeKind.DataAssociation, _) or (EdgeKind.Association, "One") => AssociationDirection.One,
                (EdgeKind.Association, "Both") => AssociationDirection.Both,
                _ => AssociationDirection.None,
            },
        };
    }

    /// <summary>An attribute of flows, a child element of data associations.</summary>
    private static string End(ElementNode element, string name) =>
        element.Reference(name) ?? element.References(name).FirstOrDefault() ?? "";
}
