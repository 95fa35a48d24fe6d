namespace Approvals.Workflow.Diagram.Reading;

/// <summary>Joins elements, lanes, references and shapes to one diagram.</summary>
internal static class DiagramAssembly
{
    public static BpmnDiagram Of(BpmnScan scan)
    {
        var drawn = scan.Shapes.Count > 0;
        var lanes = LanesOf(scan);
        var nodes = scan
            .Nodes.DistinctBy(n => n.Id)
            .Where(n => drawn ? scan.Shapes.GetValueOrDefault(n.Id)?.Bounds is not null : HasPlaceInLayout(n))
            .Select(n => NodeOf(n, scan, lanes))
            .ToList();

        var ids = nodes.Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        var edges = scan
            .Edges.DistinctBy(e => e.Id)
            .Select(e => EdgeOf(e, scan))
            .Where(e => drawn ? e.Waypoints.Count > 1 : ids.Contains(e.Source) && ids.Contains(e.Target))
            .ToList();

        return new(scan.Name, nodes, edges) { DrawnByAuthor = drawn };
    }

    /// <summary>Groups and the data of an io specification mean nothing without a place given by the author.</summary>
    private static bool HasPlaceInLayout(NodeDraft node) =>
        node.Kind is not (NodeKind.Group or NodeKind.DataInput or NodeKind.DataOutput);

    private static Dictionary<string, string> LanesOf(BpmnScan scan)
    {
        var lanes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var lane in scan.Nodes.Where(n => n.Kind is NodeKind.Lane))
        {
            // Inner lanes come after the ones around them, so the innermost stays.
            foreach (var member in lane.Members)
            {
                lanes[member] = lane.Id;
            }
        }

        return lanes;
    }

    private static DiagramNode NodeOf(NodeDraft draft, BpmnScan scan, Dictionary<string, string> lanes)
    {
        var shape = scan.Shapes.GetValueOrDefault(draft.Id);
        return new(draft.Id, draft.Kind)
        {
            Name = draft.Category is { } category ? scan.CategoryValues.GetValueOrDefault(category, "") : draft.Name,
            Bounds = shape?.Bounds ?? default,
            Label = shape?.Label,
            Scope = draft.Scope,
            Process = draft.Process,
            Lane = draft.Kind is NodeKind.Lane ? draft.ParentLane : lanes.GetValueOrDefault(draft.Id),
            AttachedTo = draft.AttachedTo,
            Trigger = draft.Trigger,
            Interrupting = draft.Interrupting,
            Markers = draft.Markers,
            Expanded = shape?.Expanded ?? HasInside(draft, scan),
            TriggeredByEvent = draft.TriggeredByEvent,
            Horizontal = shape?.Horizontal ?? true,
            Collection = draft.Collection || (draft.DataObject is { } data && scan.Collections.Contains(data)),
            Instantiates = draft.Instantiates,
            ParallelEvents = draft.ParallelEvents,
        };
    }

    /// <summary>For files that leave isExpanded out: expanded when something inside has a place, or will get one.</summary>
    private static bool HasInside(NodeDraft draft, BpmnScan scan) =>
        draft.Kind.IsSubProcess()
        && scan.Nodes.Any(n =>
            n.Scope == draft.Id && n.Id != draft.Id && (scan.Shapes.Count == 0 || scan.Shapes.ContainsKey(n.Id))
        );

    private static DiagramEdge EdgeOf(EdgeDraft draft, BpmnScan scan)
    {
        var shape = scan.Shapes.GetValueOrDefault(draft.Id);
        var (source, target) =
            draft.Owner is null ? (draft.Source, draft.Target)
            : draft.Inward ? (draft.Source, draft.Owner)
            : (draft.Owner, draft.Target);
        return new(draft.Id, draft.Kind, source ?? "", target ?? "")
        {
            Name = draft.Name,
            Waypoints = shape?.Waypoints ?? [],
            Label = shape?.Label,
            Default = scan.DefaultFlows.Contains(draft.Id),
            Conditional = draft.Conditional,
            Direction = draft.Kind is EdgeKind.DataAssociation ? AssociationDirection.One : draft.Direction,
        };
    }
}
