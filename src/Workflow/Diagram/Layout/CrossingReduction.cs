namespace Approvals.Workflow.Diagram.Layout;

/// <summary>
/// Orders the vertices of each layer by the mean place of their neighbours, sweeping forwards and backwards, and keeps
/// the order with the fewest crossings (Sugiyama, Tagawa, Toda 1981). Lanes keep their order.
/// </summary>
internal static class CrossingReduction
{
    private const int Sweeps = 16;

    /// <summary>Flows of boundary events leave below the others of their activity.</summary>
    private const double BoundaryOffset = 0.4;

    public static void Run(LayeredGraph graph)
    {
        var segments = graph.Segments().ToList();
        var into = segments.ToLookup(s => s.To);
        var outOf = segments.ToLookup(s => s.From);
        Sort(graph.Layers, v => v.Index);

        var best = Orders(graph);
        var fewest = Crossings(graph, outOf);
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            if (sweep % 2 == 0)
            {
                Sort(graph.Layers.Skip(1), v => Mean(into[v].Select(s => Place(s.From, s.Link)), v));
            }
            else
            {
                Sort(graph.Layers.SkipLast(1).Reverse(), v => Mean(outOf[v].Select(s => (double)s.To.Order), v));
            }

            var crossings = Crossings(graph, outOf);
            if (crossings < fewest)
            {
                (fewest, best) = (crossings, Orders(graph));
            }
        }

        foreach (var vertex in graph.Vertices)
        {
            vertex.Order = best[vertex.Index];
        }

        foreach (var layer in graph.Layers)
        {
            layer.Sort((a, b) => a.Order.CompareTo(b.Order));
        }
    }

    private static double Place(Vertex from, Link link) =>
        from.Order + (link.Boundary is not null && from == link.From ? BoundaryOffset : 0);

    private static double Mean(IEnumerable<double> places, Vertex vertex) =>
        places.DefaultIfEmpty(vertex.Order).Average();

    private static void Sort(IEnumerable<List<Vertex>> layers, Func<Vertex, double> key)
    {
        foreach (var layer in layers)
        {
            var sorted = layer.OrderBy(v => v.Band).ThenBy(key).ToList();
            for (var i = 0; i < sorted.Count; i++)
            {
                sorted[i].Order = i;
                layer[i] = sorted[i];
            }
        }
    }

    private static int[] Orders(LayeredGraph graph) => [.. graph.Vertices.Select(v => v.Order)];

    /// <summary>Counts inversions between neighbouring layers with a Fenwick tree, O(e log v).</summary>
    private static long Crossings(LayeredGraph graph, ILookup<Vertex, (Vertex From, Vertex To, Link Link)> outOf)
    {
        var crossings = 0L;
        for (var i = 0; i + 1 < graph.Layers.Count; i++)
        {
            var ends = graph
                .Layers[i]
                .SelectMany(v => outOf[v])
                .OrderBy(s => Place(s.From, s.Link))
                .ThenBy(s => s.To.Order)
                .Select(s => s.To.Order);
            var tree = new int[graph.Layers[i + 1].Count + 1];
            var passed = 0;
            foreach (var end in ends)
            {
                crossings += passed - Sum(tree, end + 1);
                Increment(tree, end + 1);
                passed++;
            }
        }

        return crossings;
    }

    private static int Sum(int[] tree, int upTo)
    {
        var sum = 0;
        for (var i = upTo; i > 0; i -= i & -i)
        {
            sum += tree[i];
        }

        return sum;
    }

    private static void Increment(int[] tree, int at)
    {
        for (var i = at; i < tree.Length; i += i & -i)
        {
            tree[i]++;
        }
    }
}
