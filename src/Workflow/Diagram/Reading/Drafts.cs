namespace Approvals.Workflow.Diagram.Reading;

/// <summary>An element as it was met, before references are resolved.</summary>
internal sealed class NodeDraft(string id, NodeKind kind)
{
    public string Id { get; } = id;
    public NodeKind Kind { get; } = kind;
    public string Name { get; set; } = "";
    public string? Scope { get; init; }
    public string? ParentLane { get; init; }
    public string? Process { get; init; }
    public string? AttachedTo { get; init; }
    public string? DataObject { get; init; }
    public string? Category { get; init; }
    public bool Interrupting { get; init; }
    public bool ParallelMultiple { get; init; }
    public bool TriggeredByEvent { get; init; }
    public bool Collection { get; init; }
    public bool Instantiates { get; init; }
    public bool ParallelEvents { get; init; }
    public ActivityMarkers Markers { get; set; }
    public List<EventTrigger> Triggers { get; } = [];
    public List<string> Members { get; } = [];

    public EventTrigger Trigger =>
        Triggers.Count switch
        {
            0 => EventTrigger.None,
            1 => Triggers[0],
            _ => ParallelMultiple ? EventTrigger.ParallelMultiple : EventTrigger.Multiple,
        };
}

internal sealed class EdgeDraft(string id, EdgeKind kind)
{
    public string Id { get; } = id;
    public EdgeKind Kind { get; } = kind;
    public string Name { get; init; } = "";
    public string? Source { get; set; }
    public string? Target { get; set; }
    public AssociationDirection Direction { get; init; }
    public bool Conditional { get; set; }

    /// <summary>The activity or event a data association belongs to: its other end.</summary>
    public string? Owner { get; init; }

    /// <summary>A data association that feeds its owner.</summary>
    public bool Inward { get; init; }
}

internal sealed class ShapeDraft
{
    public Box? Bounds { get; set; }
    public Box? Label { get; set; }
    public List<Point> Waypoints { get; } = [];

    /// <summary>Null when the file doesn't say.</summary>
    public bool? Expanded { get; init; }
    public bool Horizontal { get; init; }
}
