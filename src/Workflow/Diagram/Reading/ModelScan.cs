using System.Globalization;
using Approvals.Workflow.Bpmn.Writing;

namespace Approvals.Workflow.Diagram.Reading;

/// <summary>
/// Collects the elements of a document that have a picture, each as a node or an edge without a place, and what
/// references between them say. Ids that come twice count once, for the first; elements without an id get one that no
/// file can have, so that a computed layout shows them too.
/// </summary>
internal sealed class ModelScan
{
    private const int MaxElements = 20_000;

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly NodeReading nodes;
    private int nameless;

    private ModelScan(ElementNode root)
    {
        Index = new ModelIndex(root);
        nodes = new NodeReading(Index);
    }

    public ModelIndex Index { get; }

    public List<DiagramNode> Nodes { get; } = [];

    public List<DiagramEdge> Edges { get; } = [];

    /// <summary>Elements with a picture of their own only where the author drew one.</summary>
    public HashSet<string> OnlyWhenDrawn { get; } = new(StringComparer.Ordinal);

    public bool TooLarge => Nodes.Count + Edges.Count > MaxElements;

    public static ModelScan Of(ElementNode root)
    {
        var scan = new ModelScan(root);
        scan.Walk(root, new Surroundings(null, null, null));
        return scan;
    }

    /// <summary>Where in the file an element stands: the scope and lane around it, the activity or event it is a part of.</summary>
    private sealed record Surroundings(string? Scope, string? Lane, string? Owner)
    {
        public bool InChoreography { get; init; }

        /// <summary>Directly inside of a sub-process that an event starts.</summary>
        public bool InEventSubProcess { get; init; }
    }

    private void Walk(ElementNode parent, Surroundings around)
    {
        foreach (var element in parent.Elements)
        {
            if (TooLarge)
            {
                return;
            }

            if (element.Name.Namespace == BpmnNames.Model && element.Name.Local is not "extensionElements")
            {
                Walk(element, Take(element, around));
            }
        }
    }

    /// <summary>Takes one element; what stands in it is surrounded by what comes back.</summary>
    private Surroundings Take(ElementNode element, Surroundings around)
    {
        var name = element.Name.Local;
        if (BpmnNames.Nodes.TryGetValue(name, out var kind))
        {
            return TakeNode(element, kind, around);
        }

        if (BpmnNames.Edges.TryGetValue(name, out var edge))
        {
            var read = EdgeReading.Of(element, IdOf(element), edge, around.Owner, Index);
            if (taken.Add(read.Id))
            {
                Edges.Add(read);
            }

            return around;
        }

        if (name is "process" or "choreography" or "globalChoreographyTask")
        {
            var id = IdOf(element);
            taken.Add(id);
            return new(id, null, null) { InChoreography = name is not "process" };
        }

        return around;
    }

    private Surroundings TakeNode(ElementNode element, NodeKind kind, Surroundings around)
    {
        var id = IdOf(element);
        var node = nodes.Of(element, kind, id);
        node = node with
        {
            Scope = kind is NodeKind.Pool or NodeKind.Message ? null : around.Scope,
            Lane = kind is NodeKind.Lane ? around.Lane : null,
            Interrupting = node.Interrupting || (kind is NodeKind.StartEvent && !around.InEventSubProcess),
        };
        if (taken.Add(id))
        {
            Nodes.Add(node);
            if (IsOnlyWhenDrawn(element, node, around))
            {
                OnlyWhenDrawn.Add(id);
            }
        }

        return around with
        {
            Scope = kind.IsContainer() ? id : around.Scope,
            Lane = kind is NodeKind.Lane ? id : around.Lane,
            Owner = kind.IsActivity() || kind.IsEvent() ? id : around.Owner,
            InEventSubProcess = kind.IsContainer() ? node.TriggeredByEvent : around.InEventSubProcess,
        };
    }

    /// <summary>
    /// Groups, messages and the data of activities and events mean nothing without a place given by the author; data objects
    /// and stores are shown by the references to them; participants of a choreography by the bands of its activities.
    /// </summary>
    private static bool IsOnlyWhenDrawn(ElementNode element, DiagramNode node, Surroundings around) =>
        node.Kind is NodeKind.Group or NodeKind.Message
        || element.Name.Local is "dataObject" or "dataStore"
        || (node.Kind is NodeKind.DataInput or NodeKind.DataOutput && around.Owner is not null)
        || (node.Kind is NodeKind.Pool && around.InChoreography);

    private string IdOf(ElementNode element) =>
        element["id"] is { Length: > 0 } id ? id : string.Create(CultureInfo.InvariantCulture, $"({++nameless})");
}
