namespace Approvals.Workflow.Diagram;

/// <summary>
/// What can be drawn of a BPMN file: its shapes and edges in document order. When the file brings no diagram
/// interchange, the bounds and waypoints come from <see cref="Layout.DiagramLayout"/>.
/// </summary>
public sealed record BpmnDiagram(string? Name, IReadOnlyList<DiagramNode> Nodes, IReadOnlyList<DiagramEdge> Edges)
{
    /// <summary>False when the positions were computed because the file has none.</summary>
    public bool DrawnByAuthor { get; init; } = true;
}

/// <summary>One shape: the element's id, what it is, and where it stands.</summary>
public sealed record DiagramNode(string Id, NodeKind Kind)
{
    public string Name { get; init; } = "";

    public Box Bounds { get; init; }

    /// <summary>Where the author put the label; null when it is ours to place.</summary>
    public Box? Label { get; init; }

    /// <summary>Id of the process or sub-process that owns the element; null for pools and what lies beside them.</summary>
    public string? Scope { get; init; }

    /// <summary>The process that a pool shows; null for a black box and for everything that isn't a pool.</summary>
    public string? Process { get; init; }

    /// <summary>The innermost lane that lists the element.</summary>
    public string? Lane { get; init; }

    /// <summary>The activity a boundary event sits on.</summary>
    public string? AttachedTo { get; init; }

    public EventTrigger Trigger { get; init; }

    /// <summary>False for events that leave their activity or scope running: their circle is dashed.</summary>
    public bool Interrupting { get; init; } = true;

    public ActivityMarkers Markers { get; init; }

    /// <summary>For sub-processes: whether the inside is shown.</summary>
    public bool Expanded { get; init; } = true;

    /// <summary>An event sub-process, with a dotted border.</summary>
    public bool TriggeredByEvent { get; init; }

    /// <summary>For pools and lanes: whether they run from left to right.</summary>
    public bool Horizontal { get; init; } = true;

    /// <summary>For data objects: stands for a collection.</summary>
    public bool Collection { get; init; }

    /// <summary>For event-based gateways and receive tasks: starts the process.</summary>
    public bool Instantiates { get; init; }

    /// <summary>For instantiating event-based gateways: waits for all its events.</summary>
    public bool ParallelEvents { get; init; }
}

/// <summary>One connection with its waypoints (at least two once drawn).</summary>
public sealed record DiagramEdge(string Id, EdgeKind Kind, string Source, string Target)
{
    public string Name { get; init; } = "";

    public IReadOnlyList<Point> Waypoints { get; init; } = [];

    public Box? Label { get; init; }

    /// <summary>The default flow of its source, with a slash.</summary>
    public bool Default { get; init; }

    /// <summary>Has a condition: a small diamond at its start when the source is an activity.</summary>
    public bool Conditional { get; init; }

    public AssociationDirection Direction { get; init; }
}
