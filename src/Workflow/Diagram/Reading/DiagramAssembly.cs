using Approvals.Workflow.Bpmn.Writing;
using Approvals.Workflow.Diagram.Layout;

namespace Approvals.Workflow.Diagram.Reading;

/// <summary>Joins elements and shapes to one diagram: of the main plane, or of the one asked for.</summary>
internal sealed class DiagramAssembly(BpmnDocument document, ModelScan model)
{
    private readonly ILookup<string?, DiagramNode> byScope = model.Nodes.ToLookup(n => n.Scope);
    private readonly List<DrawnPlane> planes = PlanesOf(document, model);

    /// <summary>Null when there is no such plane.</summary>
    public BpmnDiagram? Of(string? wanted)
    {
        var plane = wanted is null ? MainPlane() : planes.Find(p => p.Element == wanted || p.DiagramId == wanted);
        return plane is not null ? Drawn(plane)
            : wanted is null ? DiagramLayout.Arrange(Undrawn())
            : null;
    }

    /// <summary>The ids by which planes can be asked for.</summary>
    public IReadOnlyList<DiagramPlane> Planes =>
        [.. planes.Select(p => new DiagramPlane(p.Element ?? p.DiagramId ?? "", PlaneName(p)))];

    /// <summary>Planes that show something: at least one of their shapes has a place and an element.</summary>
    private static List<DrawnPlane> PlanesOf(BpmnDocument document, ModelScan model)
    {
        var ids = model.Nodes.Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. DrawingScan
                .Of(document.Root)
                .Where(p => p.Shapes.Values.Any(s => s.Bounds is not null && ids.Contains(s.Element))),
        ];
    }

    /// <summary>The first that doesn't show the inside of something else.</summary>
    private DrawnPlane? MainPlane()
    {
        var inner = model.Nodes.Where(n => n.Kind.IsContainer()).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        return planes.Find(p => p.Element is null || !inner.Contains(p.Element)) ?? planes.FirstOrDefault();
    }

    private string PlaneName(DrawnPlane plane) =>
        plane.Name.Length > 0 ? plane.Name : model.Index[plane.Element]?.Name() ?? "";

    private BpmnDiagram Undrawn()
    {
        var nodes = model
            .Nodes.Where(n => !model.OnlyWhenDrawn.Contains(n.Id))
            .Select(n =>
                n with
                {
                    Lane = n.Kind is NodeKind.Lane ? n.Lane : model.Index.LaneOf(n.Id),
                    Expanded = n.Kind.IsContainer() && byScope[n.Id].Any(),
                }
            )
            .ToList();
        return new(document.Root["name"], nodes, model.Edges) { DrawnByAuthor = false };
    }

    private BpmnDiagram Drawn(DrawnPlane plane)
    {
        var nodes = model.Nodes.Where(n => Place(plane, n.Id) is not null).Select(n => NodeOf(n, plane)).ToList();
        nodes.AddRange(BandsOf(plane));
        var places = nodes.DistinctBy(n => n.Id).ToDictionary(n => n.Id, n => n.Bounds, StringComparer.Ordinal);
        var edges = model.Edges.Select(e => EdgeOf(e, plane, places)).Where(e => e.Waypoints.Count > 1).ToList();
        return new(document.Root["name"], nodes, edges)
        {
            Plane = plane.Element,
            Planes = Planes,
            Undrawn = Missing(nodes),
        };
    }

    /// <summary>What stands in a collapsed sub-process isn't missed.</summary>
    private List<string> Missing(List<DiagramNode> drawn)
    {
        var collapsed = drawn.Where(n => !n.Expanded).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. model
                .Nodes.Where(n => n.Kind.IsFlowNode() || n.Kind is NodeKind.Pool)
                .Where(n => !model.OnlyWhenDrawn.Contains(n.Id) && !(n.Scope is { } scope && collapsed.Contains(scope)))
                .Where(n => planes.TrueForAll(p => Place(p, n.Id) is null))
                .Select(n => n.Id),
        ];
    }

    private static Box? Place(DrawnPlane plane, string id) => plane.Shapes.GetValueOrDefault(id)?.Bounds;

    private DiagramNode NodeOf(DiagramNode node, DrawnPlane plane)
    {
        var shape = plane.Shapes[node.Id];
        return node with
        {
            Bounds = shape.Bounds!.Value,
            Label = shape.Label,
            Lane = node.Kind is NodeKind.Lane ? node.Lane : model.Index.LaneOf(node.Id),
            Expanded = IsExpanded(node, shape, plane),
            Horizontal = shape.Horizontal,
            Colours = shape.Colours,
        };
    }

    /// <summary>For files that leave isExpanded out: expanded when something inside has a place on the same plane.</summary>
    private bool IsExpanded(DiagramNode node, DrawnShape shape, DrawnPlane plane) =>
        (node.Kind.IsContainer() || node.Kind is NodeKind.CallActivity or NodeKind.CallChoreography)
        && (shape.Expanded ?? byScope[node.Id].Any(inner => Place(plane, inner.Id) is not null));

    /// <summary>The participants of choreography activities where the author drew them; the shapes draw the others.</summary>
    private IEnumerable<DiagramNode> BandsOf(DrawnPlane plane)
    {
        var activities = plane.Shapes.Values.DistinctBy(s => s.Id).ToDictionary(s => s.Id, StringComparer.Ordinal);
        foreach (var band in plane.Bands.Where(b => b.Bounds is not null))
        {
            var participant = model.Index[band.Element];
            yield return new(band.Id, NodeKind.ParticipantBand)
            {
                Name = participant?.Name() ?? band.Element,
                Bounds = band.Bounds!.Value,
                AttachedTo = band.BandOf is { } of ? activities.GetValueOrDefault(of)?.Element : null,
                Markers = participant is null ? ActivityMarkers.None : NodeReading.MarkersOf(participant),
                Interrupting = !band.BandKind.EndsWith("non_initiating", StringComparison.Ordinal),
                Message = band.Message,
                Band =
                    band.BandKind.StartsWith("top", StringComparison.Ordinal) ? BandPlace.Top
                    : band.BandKind.StartsWith("bottom", StringComparison.Ordinal) ? BandPlace.Bottom
                    : BandPlace.Middle,
                Colours = band.Colours,
            };
        }
    }

    /// <summary>
    /// A flow that the author drew no line for, or one that can't be used, is led from shape to shape when both are
    /// there: a process without its flows would be another one. Associations without a line stay away.
    /// </summary>
    private static DiagramEdge EdgeOf(DiagramEdge edge, DrawnPlane plane, Dictionary<string, Box> places)
    {
        var line = plane.Edges.GetValueOrDefault(edge.Id);
        var needed = line is not null || edge.Kind is EdgeKind.SequenceFlow or EdgeKind.MessageFlow;
        var waypoints =
            line is { Waypoints.Count: > 1 } ? line.Waypoints
            : needed && places.TryGetValue(edge.Source, out var from) && places.TryGetValue(edge.Target, out var to)
                ? Connector.Between(from, to, edge.Kind)
            : [];
        return edge with
        {
            Waypoints = waypoints,
            Label = line?.Label,
            Message = line?.Message ?? MessageMark.None,
            Colours = line?.Colours ?? default,
        };
    }
}
