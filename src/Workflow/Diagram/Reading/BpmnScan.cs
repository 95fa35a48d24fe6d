using System.Globalization;
using System.Xml;

namespace Approvals.Workflow.Diagram.Reading;

/// <summary>
/// One pass over the document that collects elements and, of the first diagram with shapes, the drawing. References
/// point forwards and backwards in BPMN, so nothing is joined here; <see cref="DiagramAssembly"/> does that.
/// </summary>
internal sealed class BpmnScan(XmlReader xml)
{
    private const int MaxDepth = 256;
    private const int MaxElements = 20_000;
    private const int MaxWaypoints = 500;
    private const int MaxText = 2_000;
    private const double MaxCoordinate = 100_000;

    private readonly Stack<Frame> frames = new();

    /// <summary>An open element: what it is called and which of the collected things it belongs to.</summary>
    private readonly record struct Frame(
        string Name,
        string? Scope,
        NodeDraft? Node,
        EdgeDraft? Edge,
        ShapeDraft? Shape
    );

    public string? Name { get; private set; }

    public List<NodeDraft> Nodes { get; } = [];

    public List<EdgeDraft> Edges { get; } = [];

    public Dictionary<string, ShapeDraft> Shapes { get; } = new(StringComparer.Ordinal);

    public HashSet<string> DefaultFlows { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Collections { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> CategoryValues { get; } = new(StringComparer.Ordinal);

    public void Run()
    {
        xml.MoveToContent();
        if (
            xml.NodeType != XmlNodeType.Element
            || xml.LocalName != "definitions"
            || xml.NamespaceURI != BpmnNames.Model
        )
        {
            throw Problem("The root element is not BPMN 2.0 definitions.");
        }

        Name = Attribute("name");
        while (!xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.Element && Open())
            {
                continue;
            }

            if (xml.NodeType == XmlNodeType.EndElement)
            {
                frames.Pop();
            }

            xml.Read();
        }
    }

    /// <summary>Takes the element the reader stands on; true when its whole subtree was skipped already.</summary>
    private bool Open()
    {
        if (frames.Count >= MaxDepth)
        {
            throw Problem($"Elements are nested deeper than {MaxDepth}.");
        }

        if (xml.LocalName is "extensionElements" || (xml.LocalName is "BPMNDiagram" && Shapes.Count > 0))
        {
            xml.Skip();
            return true;
        }

        var parent = frames.Count > 0 ? frames.Peek() : default;
        var frame = xml.NamespaceURI switch
        {
            BpmnNames.Model => Semantic(parent),
            BpmnNames.Di => Drawing(parent),
            BpmnNames.Dc or BpmnNames.Dd => Geometry(parent),
            _ => parent with { Name = "" },
        };

        if (Texts(frame, parent) is { } keep)
        {
            // The reader now stands behind the text's end tag.
            keep(xml.ReadElementContentAsString());
            return true;
        }

        if (!xml.IsEmptyElement)
        {
            frames.Push(frame);
        }

        return false;
    }

    private Frame Semantic(Frame parent)
    {
        var name = xml.LocalName;
        var id = Attribute("id");
        if (BpmnNames.Nodes.TryGetValue(name, out var kind) && id is not null)
        {
            var node = Node(id, kind, parent);
            Nodes.Add(node);
            Bound();
            var scope = kind.IsSubProcess() ? id : parent.Scope;
            return new(name, scope, node, null, null);
        }

        if (BpmnNames.Edges.TryGetValue(name, out var edgeKind) && id is not null)
        {
            var edge = Edge(id, edgeKind, parent);
            Edges.Add(edge);
            Bound();
            return new(name, parent.Scope, parent.Node, edge, null);
        }

        if (BpmnNames.Triggers.TryGetValue(name, out var trigger))
        {
            parent.Node?.Triggers.Add(trigger);
        }

        switch (name)
        {
            case "process":
                return new(name, id, null, null, null);
            case "standardLoopCharacteristics" when parent.Node is { } node:
                node.Markers |= ActivityMarkers.Loop;
                break;
            case "multiInstanceLoopCharacteristics" when parent.Node is { } node:
                node.Markers |= Is("isSequential")
                    ? ActivityMarkers.SequentialInstances
                    : ActivityMarkers.ParallelInstances;
                break;
            case "conditionExpression" when parent.Edge is { } edge:
                edge.Conditional = true;
                break;
            case "dataObject" when id is not null && Is("isCollection"):
                Collections.Add(id);
                break;
            case "categoryValue" when id is not null:
                CategoryValues[id] = Attribute("value") ?? "";
                break;
        }

        return parent with
        {
            Name = name,
        };
    }

    private NodeDraft Node(string id, NodeKind kind, Frame parent)
    {
        if (Reference("default") is { } flow)
        {
            DefaultFlows.Add(flow);
        }

        return new(id, kind)
        {
            Name = Attribute("name") ?? "",
            Scope = kind is NodeKind.Pool ? null : parent.Scope,
            ParentLane = kind is NodeKind.Lane && parent.Node is { Kind: NodeKind.Lane } lane ? lane.Id : null,
            Process = Reference("processRef"),
            AttachedTo = Reference("attachedToRef"),
            DataObject = Reference("dataObjectRef"),
            Category = Reference("categoryValueRef"),
            Interrupting = Attribute("cancelActivity") is not "false" && Attribute("isInterrupting") is not "false",
            ParallelMultiple = Is("parallelMultiple"),
            TriggeredByEvent = Is("triggeredByEvent"),
            Collection = Is("isCollection"),
            Instantiates = Is("instantiate"),
            ParallelEvents = Attribute("eventGatewayType") is "Parallel",
            Markers = Is("isForCompensation") ? ActivityMarkers.Compensation : ActivityMarkers.None,
        };
    }

    private EdgeDraft Edge(string id, EdgeKind kind, Frame parent) =>
        new(id, kind)
        {
            Name = Attribute("name") ?? "",
            Source = Reference("sourceRef"),
            Target = Reference("targetRef"),
            Owner = kind is EdgeKind.DataAssociation ? parent.Node?.Id : null,
            Inward = xml.LocalName is "dataInputAssociation",
            Direction = Attribute("associationDirection") switch
            {
                "One" => AssociationDirection.One,
                "Both" => AssociationDirection.Both,
                _ => AssociationDirection.None,
            },
        };

    private Frame Drawing(Frame parent)
    {
        var name = xml.LocalName;
        if (name is not ("BPMNShape" or "BPMNEdge") || Reference("bpmnElement") is not { } element)
        {
            return parent with { Name = name };
        }

        var shape = new ShapeDraft
        {
            Expanded = Attribute("isExpanded") is { } expanded ? expanded is "true" or "1" : null,
            Horizontal = Attribute("isHorizontal") is not "false",
        };
        Shapes[element] = shape;
        return new(name, null, null, null, shape);
    }

    private Frame Geometry(Frame parent)
    {
        if (parent.Shape is { } shape)
        {
            switch (xml.LocalName)
            {
                case "Bounds":
                    var box = new Box(Coordinate("x"), Coordinate("y"), Length("width"), Length("height"));
                    if (parent.Name is "BPMNLabel")
                    {
                        shape.Label = box;
                    }
                    else
                    {
                        shape.Bounds = box;
                    }

                    break;
                case "waypoint" when shape.Waypoints.Count >= MaxWaypoints:
                    throw Problem($"An edge has more than {MaxWaypoints} waypoints.");
                case "waypoint":
                    shape.Waypoints.Add(new(Coordinate("x"), Coordinate("y")));
                    break;
            }
        }

        return parent with
        {
            Name = xml.LocalName,
        };
    }

    /// <summary>Who wants the text of the element the reader stands on.</summary>
    private Action<string>? Texts(Frame frame, Frame parent) =>
        xml.NamespaceURI != BpmnNames.Model || xml.IsEmptyElement
            ? null
            : (frame.Name, parent.Node, parent.Edge) switch
            {
                ("flowNodeRef", { Kind: NodeKind.Lane } lane, _) => text => lane.Members.Add(WithoutPrefix(text)),
                ("text", { Kind: NodeKind.TextAnnotation } note, _) => text => note.Name = Short(text),
                ("sourceRef", _, { } edge) => text => edge.Source = WithoutPrefix(text),
                ("targetRef", _, { } edge) => text => edge.Target = WithoutPrefix(text),
                _ => null,
            };

    private void Bound()
    {
        if (Nodes.Count + Edges.Count > MaxElements)
        {
            throw Problem($"More than {MaxElements} elements.");
        }
    }

    private double Length(string attribute)
    {
        var length = Coordinate(attribute);
        return length >= 0 ? length : throw Problem($"The attribute {attribute} is negative.");
    }

    private double Coordinate(string attribute)
    {
        var text = Attribute(attribute);
        return
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && Math.Abs(value) <= MaxCoordinate
            ? value
            : throw Problem($"The attribute {attribute} is not a coordinate.");
    }

    private string? Attribute(string name) => xml.GetAttribute(name) is { } value ? Short(value) : null;

    private string? Reference(string name) => Attribute(name) is { } value ? WithoutPrefix(value) : null;

    private bool Is(string name) => Attribute(name) is "true" or "1";

    private static string WithoutPrefix(string qualified)
    {
        var text = Short(qualified.Trim());
        return text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }

    private static string Short(string text) => text.Length <= MaxText ? text : text[..MaxText];

    private DiagramFormatException Problem(string message)
    {
        var place = xml as IXmlLineInfo;
        return new(new(message, place?.LineNumber ?? 0, place?.LinePosition ?? 0));
    }
}
