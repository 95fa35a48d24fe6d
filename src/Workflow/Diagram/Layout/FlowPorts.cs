namespace Approvals.Workflow.Diagram.Layout;

/// <summary>Where the flows of a vertex leave it, so that the marks at their starts stand on one line each.</summary>
internal sealed class FlowPorts(LayeredGraph graph)
{
    private const double Step = 14;

    /// <summary>Room for the mark at the start of a flow before it bends.</summary>
    public const double Mark = 10;

    private readonly ILookup<Vertex, Link> leaving = graph
        .Links.Where(l => !l.Back && l.Boundary is null)
        .ToLookup(l => l.From);

    /// <summary>Vertices that several flows leave, one of them with a mark at its start.</summary>
    private readonly HashSet<Vertex> marked =
    [
        .. graph
            .Links.Where(l => !l.Back && l.Boundary is null)
            .GroupBy(l => l.From)
            .Where(g => g.Count() > 1 && g.Any(l => l.Edge.Default || l.Edge.Conditional))
            .Select(g => g.Key),
    ];

    /// <summary>Vertices that a flow leaves without a bend.</summary>
    private readonly HashSet<Vertex> straight =
    [
        .. graph
            .Links.Where(l => !l.Back && l.Boundary is null && Math.Abs(l.Path[1].Y - l.From.Y) <= 0.5)
            .Select(l => l.From),
    ];

    public bool LeavesStraight(Vertex vertex) => straight.Contains(vertex);

    /// <summary>Whether several flows leave, one of them with a mark.</summary>
    public bool BearMarks(Vertex vertex) => marked.Contains(vertex);

    /// <summary>
    /// Where a flow leaves the right side. Flows of one activity share the middle, unless one of them bears the mark of a
    /// condition or a default: then each has a place of its own, in the order of where they go.
    /// </summary>
    public double Of(Link link)
    {
        if (link.From.IsGateway || !marked.Contains(link.From))
        {
            return link.From.Y;
        }

        var others = leaving[link.From].OrderBy(l => l.Path[1].Y).ToList();
        var middle = others.FindIndex(l => Math.Abs(l.Path[1].Y - link.From.Y) <= 0.5);
        var offset = others.IndexOf(link) - (middle >= 0 ? middle : (others.Count - 1) / 2.0);
        var room = (link.From.Height / 2) - 6;
        return link.From.Y + Math.Clamp(offset * Step, -room, room);
    }
}
