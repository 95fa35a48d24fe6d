namespace Approvals.Workflow.Diagram.Layout;

/// <summary>
/// A vertex of the layered drawing: a flow node, or (with no node) the place where a long link passes a layer.
/// Extents are measured from the centre line; labels and boundary events reach further down than up.
/// </summary>
internal sealed class Vertex(int index, DiagramNode? node)
{
    public int Index { get; } = index;
    public DiagramNode? Node { get; } = node;
    public double Width { get; init; }
    public double Height { get; init; }

    /// <summary>Room for what hangs below the shape: label, boundary events and their first bend.</summary>
    public double Below { get; init; }

    /// <summary>Width of the label when it is wider than the shape.</summary>
    public double Reach { get; init; }

    /// <summary>Index of the lane, counted from the top; vertices of a layer are ordered by it first.</summary>
    public int Band { get; init; }

    public int Layer { get; set; }
    public int Order { get; set; }

    /// <summary>Horizontal and vertical middle of the shape.</summary>
    public double X { get; set; }
    public double Y { get; set; }

    public double Top => Y - (Height / 2);
    public double Bottom => Y + (Height / 2);
    public double Foot => Bottom + Below;
    public double Left => X - (Width / 2);
    public double Right => X + (Width / 2);
    public bool IsBend => Node is null;
    public bool IsGateway => Node is { } node && node.Kind.IsGateway();
}

/// <summary>A flow between two vertices; <see cref="Path"/> lists them with the bends between, one per layer.</summary>
internal sealed class Link(DiagramEdge edge, Vertex from, Vertex to, DiagramNode? boundary)
{
    public DiagramEdge Edge { get; } = edge;
    public Vertex From { get; } = from;
    public Vertex To { get; } = to;

    /// <summary>The boundary event on <see cref="From"/> that the flow really leaves.</summary>
    public DiagramNode? Boundary { get; } = boundary;

    /// <summary>Leads back against the direction of reading, or to its own source.</summary>
    public bool Back { get; set; }

    public List<Vertex> Path { get; } = [];
}

/// <summary>The vertices of one scope in layers from left to right.</summary>
internal sealed class LayeredGraph(List<Vertex> vertices, List<Link> links)
{
    /// <summary>Beyond this many bends long links are led around everything instead of through the layers.</summary>
    private const int MaxBends = 20_000;

    public List<Vertex> Vertices { get; } = vertices;
    public List<Link> Links { get; } = links;
    public List<List<Vertex>> Layers { get; } = [];

    /// <summary>The pieces of forward links between neighbouring layers.</summary>
    public IEnumerable<(Vertex From, Vertex To, Link Link)> Segments() =>
        from link in Links
        where !link.Back
        from i in Enumerable.Range(1, link.Path.Count - 1)
        select (link.Path[i - 1], link.Path[i], link);

    public static LayeredGraph Of(List<Vertex> vertices, List<Link> links)
    {
        FlowOrder.MarkBackLinks(vertices, links);
        FlowOrder.AssignLayers(vertices, links);
        var graph = new LayeredGraph(vertices, links);
        graph.AddBends();
        graph.FillLayers();
        return graph;
    }

    private void AddBends()
    {
        var bends = 0;
        foreach (var link in Links.Where(l => !l.Back))
        {
            bends += link.To.Layer - link.From.Layer - 1;
            if (bends > MaxBends)
            {
                link.Back = true;
                continue;
            }

            link.Path.Add(link.From);
            for (var layer = link.From.Layer + 1; layer < link.To.Layer; layer++)
            {
                var bend = new Vertex(Vertices.Count, null) { Layer = layer, Band = link.To.Band };
                Vertices.Add(bend);
                link.Path.Add(bend);
            }

            link.Path.Add(link.To);
        }
    }

    private void FillLayers()
    {
        foreach (var vertex in Vertices)
        {
            while (Layers.Count <= vertex.Layer)
            {
                Layers.Add([]);
            }

            Layers[vertex.Layer].Add(vertex);
        }
    }
}
