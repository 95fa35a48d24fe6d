namespace Approvals.Workflow.Diagram;

/// <summary>
/// What can be drawn of a BPMN file: the shapes and edges of one of its planes in document order. When the file brings
/// no diagram interchange, the bounds and waypoints come from <see cref="Layout.DiagramLayout"/>.
/// </summary>
public sealed record BpmnDiagram(string? Name, IReadOnlyList<DiagramNode> Nodes, IReadOnlyList<DiagramEdge> Edges)
{
    /// <summary>False when the positions were computed because the file has none that can be used.</summary>
    public bool DrawnByAuthor { get; init; } = true;

    /// <summary>Id of the process, collaboration, choreography or collapsed sub-process shown; null when nothing says.</summary>
    public string? Plane { get; init; }

    /// <summary>Every plane the file brings shapes for, in its order; empty when the positions were computed.</summary>
    public IReadOnlyList<DiagramPlane> Planes { get; init; } = [];

    /// <summary>
    /// Ids of the flow nodes and pools that no plane of the file gives a usable place: what the author's drawing leaves out.
    /// </summary>
    public IReadOnlyList<string> Undrawn { get; init; } = [];
}

/// <summary>One drawing of a file (BPMN 2.0 §12.2.3.1): the main one, or the inside of a collapsed sub-process.</summary>
public sealed record DiagramPlane(string Element, string Name);

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

    /// <summary>The innermost lane that lists the element; for lanes the one around them.</summary>
    public string? Lane { get; init; }

    /// <summary>The activity a boundary event sits on; the choreography activity a participant's band belongs to.</summary>
    public string? AttachedTo { get; init; }

    /// <summary>Of an event; of an event sub-process that of its start.</summary>
    public EventTrigger Trigger { get; init; }

    /// <summary>False for events that leave their activity or scope running: their circle is dashed.</summary>
    public bool Interrupting { get; init; } = true;

    /// <summary>For pools and participants' bands: parallel instances mean that there may be several of them.</summary>
    public ActivityMarkers Markers { get; init; }

    /// <summary>For sub-processes: whether the inside is shown.</summary>
    public bool Expanded { get; init; } = true;

    /// <summary>An event sub-process, with a dotted border.</summary>
    public bool TriggeredByEvent { get; init; }

    /// <summary>For call activities: the kind of global task that is called, which it bears the mark of; null for a process.</summary>
    public NodeKind? Called { get; init; }

    /// <summary>For pools and lanes: whether they run from left to right.</summary>
    public bool Horizontal { get; init; } = true;

    /// <summary>For data objects: stands for a collection.</summary>
    public bool Collection { get; init; }

    /// <summary>For event-based gateways and receive tasks: starts the process.</summary>
    public bool Instantiates { get; init; }

    /// <summary>For instantiating event-based gateways: waits for all its events.</summary>
    public bool ParallelEvents { get; init; }

    /// <summary>For choreography activities: the participants by name, who begins first.</summary>
    public IReadOnlyList<string> Participants { get; init; } = [];

    /// <summary>For participants' bands: who does not begin is shaded. For messages: the same.</summary>
    public MessageMark Message { get; init; }

    /// <summary>For participants' bands: which corners are round.</summary>
    public BandPlace Band { get; init; }

    public DiagramColours Colours { get; init; }
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

    /// <summary>For message flows: the envelope on the line.</summary>
    public MessageMark Message { get; init; }

    public DiagramColours Colours { get; init; }
}

/// <summary>Where the band of a participant lies in a choreography activity.</summary>
public enum BandPlace
{
    Middle,
    Top,
    Bottom,
}
