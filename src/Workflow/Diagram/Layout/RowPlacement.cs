namespace Approvals.Workflow.Diagram.Layout;

/// <summary>
/// Gives every vertex its height. Each wants to stand where its neighbours stand; a layer is solved exactly for these
/// wishes under the least distances of its order (isotonic median regression, pool adjacent violators). The main line
/// weighs more than passing links, so that it stays straight. Heights are multiples of 10, distances of 20, so that
/// lines are either straight or clearly bent.
/// </summary>
internal static class RowPlacement
{
    private const double Unit = 10;
    private const int Passes = 24;
    private const double RowGap = 34;
    private const double BendGap = 20;

    /// <summary>Each lane is placed for itself: lanes are moved apart afterwards.</summary>
    public static void Run(LayeredGraph graph)
    {
        var main = MainLinks(graph);
        var segments = graph
            .Segments()
            .Where(s => s.From.Band == s.To.Band)
            .Select(s => (s.From, s.To, Weight: Weight(s, main)))
            .ToList();
        var neighbours = new Neighbours(
            segments,
            segments.ToLookup(s => s.To, s => (s.From, s.Weight)),
            segments.ToLookup(s => s.From, s => (s.To, s.Weight))
        );
        foreach (var band in graph.Vertices.Select(v => v.Band).Distinct())
        {
            PlaceBand([.. graph.Layers.Select(l => l.Where(v => v.Band == band).ToList())], neighbours);
        }
    }

    private sealed record Neighbours(
        IReadOnlyList<(Vertex From, Vertex To, double Weight)> Segments,
        ILookup<Vertex, (Vertex Vertex, double Weight)> Before,
        ILookup<Vertex, (Vertex Vertex, double Weight)> After
    )
    {
        public double Standing(Vertex vertex) =>
            vertex.IsBend ? 1 : Before[vertex].Concat(After[vertex]).Select(n => n.Weight).DefaultIfEmpty(1).Max();
    }

    private static void PlaceBand(List<List<Vertex>> layers, Neighbours neighbours)
    {
        layers.ForEach(Stack);
        for (var pass = 0; pass < Passes; pass++)
        {
            var last = pass >= Passes - 6;
            var forwards = pass % 2 == 0;
            foreach (var layer in forwards ? layers : layers.AsEnumerable().Reverse())
            {
                Place(
                    layer,
                    v =>
                        Wish(
                            v,
                            last || forwards ? neighbours.Before[v] : [],
                            last || !forwards ? neighbours.After[v] : []
                        ),
                    neighbours.Standing
                );
            }
        }

        foreach (var vertex in layers.SelectMany(l => l))
        {
            vertex.Y = Math.Floor((vertex.Y / Unit) + 0.5) * Unit;
        }

        var inside = layers.SelectMany(l => l).ToHashSet();
        new Straightening(layers, neighbours.Segments.Where(s => inside.Contains(s.From)), Distance).Run();
    }

    /// <summary>The least distance between the centre lines of two neighbours in a layer.</summary>
    private static double Distance(Vertex upper, Vertex lower)
    {
        var gap = upper.IsBend || lower.IsBend ? BendGap : RowGap;
        var distance = (upper.Height / 2) + upper.Below + gap + (lower.Height / 2);
        return Math.Ceiling(distance / (2 * Unit)) * 2 * Unit;
    }

    /// <summary>Of the links that leave a vertex, those with the longest way still to go.</summary>
    private static HashSet<Link> MainLinks(LayeredGraph graph)
    {
        var remaining = new Dictionary<Vertex, int>();
        var outgoing = graph.Links.Where(l => !l.Back).ToLookup(l => l.From);
        var main = new HashSet<Link>();
        foreach (var vertex in graph.Layers.AsEnumerable().Reverse().SelectMany(l => l))
        {
            var links = outgoing[vertex].Where(l => l.Boundary is null).ToList();
            var longest = links.Select(l => remaining[l.To] + 1).DefaultIfEmpty(0).Max();
            main.UnionWith(links.Where(l => remaining[l.To] + 1 == longest));
            remaining[vertex] = longest;
        }

        return main;
    }

    private static double Weight((Vertex From, Vertex To, Link Link) segment, HashSet<Link> main) =>
        segment.Link.Boundary is not null && segment.From == segment.Link.From ? 0.5
        : segment.From.IsBend && segment.To.IsBend ? 8
        : segment.From.IsBend || segment.To.IsBend ? 1
        : main.Contains(segment.Link) ? 4
        : 2;

    private static void Stack(List<Vertex> layer)
    {
        var y = 0.0;
        for (var i = 0; i < layer.Count; i++)
        {
            y += i > 0 ? Distance(layer[i - 1], layer[i]) : 0;
            layer[i].Y = y;
        }
    }

    private static double Wish(
        Vertex vertex,
        IEnumerable<(Vertex Vertex, double Weight)> before,
        IEnumerable<(Vertex Vertex, double Weight)> after
    )
    {
        var neighbours = before.Concat(after).Select(n => (n.Vertex.Y, n.Weight)).ToList();
        return neighbours.Count == 0 ? vertex.Y : Median(neighbours);
    }

    private static double Median(List<(double Value, double Weight)> values)
    {
        values.Sort((a, b) => a.Value.CompareTo(b.Value));
        var half = values.Sum(v => v.Weight) / 2;
        var passed = 0.0;
        for (var i = 0; i < values.Count; i++)
        {
            passed += values[i].Weight;
            if (passed > half + 1e-9)
            {
                return values[i].Value;
            }

            if (passed >= half - 1e-9 && i + 1 < values.Count)
            {
                return (values[i].Value + values[i + 1].Value) / 2;
            }
        }

        return values[^1].Value;
    }

    private static void Place(List<Vertex> layer, Func<Vertex, double> wish, Func<Vertex, double> standing)
    {
        var offsets = new double[layer.Count];
        var blocks = new List<(int Count, List<(double Value, double Weight)> Wishes, double Value)>();
        for (var i = 0; i < layer.Count; i++)
        {
            offsets[i] = i == 0 ? 0 : offsets[i - 1] + Distance(layer[i - 1], layer[i]);
            var wanted = wish(layer[i]) - offsets[i];
            blocks.Add((1, [(wanted, standing(layer[i]))], wanted));
            while (blocks.Count > 1 && blocks[^2].Value > blocks[^1].Value)
            {
                List<(double, double)> merged = [.. blocks[^2].Wishes, .. blocks[^1].Wishes];
                var count = blocks[^2].Count + blocks[^1].Count;
                blocks.RemoveRange(blocks.Count - 2, 2);
                blocks.Add((count, merged, Median(merged)));
            }
        }

        var at = 0;
        foreach (var (count, _, value) in blocks)
        {
            for (var i = 0; i < count; i++, at++)
            {
                layer[at].Y = value + offsets[at];
            }
        }
    }
}
