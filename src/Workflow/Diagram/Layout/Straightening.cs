namespace Approvals.Workflow.Diagram.Layout;

/// <summary>
/// Takes the last small bends out of a placed band. A chain is a run of vertices, each the clearly weightiest neighbour of
/// the next; the longest chain first, as many of its vertices as can are set to one height. Vertices of the same layer
/// give way, those of chains already set don't.
/// </summary>
internal sealed class Straightening(
    List<List<Vertex>> layers,
    IEnumerable<(Vertex From, Vertex To, double Weight)> segments,
    Func<Vertex, Vertex, double> distance
)
{
    private const int MostHeights = 8;

    private readonly Dictionary<Vertex, (List<Vertex> Layer, int At)> places = PlacesOf(layers);
    private readonly HashSet<Vertex> set = [];

    public void Run()
    {
        foreach (var chain in Chains().OrderByDescending(c => c.Count).ThenBy(c => c[0].Index))
        {
            // What can't join the first height may still be straight among itself.
            for (var rest = chain; rest.Count > 1; )
            {
                var (height, movable) = Best(rest);
                if (movable.Count < 2)
                {
                    break;
                }

                foreach (var vertex in movable)
                {
                    Move(vertex, height);
                    set.Add(vertex);
                }

                rest = [.. rest.Where(v => !set.Contains(v))];
            }
        }
    }

    private (double Height, List<Vertex> Movable) Best(List<Vertex> chain)
    {
        var best = (Height: 0.0, Movable: new List<Vertex>());
        foreach (
            var height in chain.GroupBy(v => v.Y).OrderByDescending(g => g.Count()).Take(MostHeights).Select(g => g.Key)
        )
        {
            var movable = chain.Where(v => CanMove(v, height)).ToList();
            if (movable.Count > best.Movable.Count)
            {
                best = (height, movable);
            }
        }

        return best;
    }

    private bool CanMove(Vertex vertex, double height) =>
        Pushed(vertex, height, -1).All(p => !set.Contains(p.Vertex))
        && Pushed(vertex, height, 1).All(p => !set.Contains(p.Vertex));

    private void Move(Vertex vertex, double height)
    {
        foreach (var (pushed, y) in Pushed(vertex, height, -1).Concat(Pushed(vertex, height, 1)).ToList())
        {
            pushed.Y = y;
        }

        vertex.Y = height;
    }

    /// <summary>The neighbours that must give way on one side, and where to.</summary>
    private IEnumerable<(Vertex Vertex, double Y)> Pushed(Vertex vertex, double height, int side)
    {
        var (layer, at) = places[vertex];
        var (last, y) = (vertex, height);
        for (var i = at + side; i >= 0 && i < layer.Count; i += side)
        {
            var other = layer[i];
            y += side * (side > 0 ? distance(last, other) : distance(other, last));
            if (side > 0 ? other.Y >= y : other.Y <= y)
            {
                yield break;
            }

            yield return (other, y);
            last = other;
        }
    }

    private List<List<Vertex>> Chains()
    {
        var all = segments.ToList();
        var next = Weightiest(all, s => s.From, s => s.To);
        var before = Weightiest(all, s => s.To, s => s.From);
        var chains = new List<List<Vertex>>();
        foreach (
            var start in layers.SelectMany(l => l).Where(v => !(before.TryGetValue(v, out var p) && Follows(p, v)))
        )
        {
            var chain = new List<Vertex> { start };
            while (next.TryGetValue(chain[^1], out var following) && Follows(chain[^1], following))
            {
                chain.Add(following);
            }

            chains.Add(chain);
        }

        return chains;

        bool Follows(Vertex from, Vertex to) =>
            next.TryGetValue(from, out var n) && n == to && before.TryGetValue(to, out var b) && b == from;
    }

    /// <summary>The neighbour of the heaviest segment; none where two are as heavy, so that forks stay symmetric.</summary>
    private static Dictionary<Vertex, Vertex> Weightiest(
        List<(Vertex From, Vertex To, double Weight)> segments,
        Func<(Vertex From, Vertex To, double Weight), Vertex> of,
        Func<(Vertex From, Vertex To, double Weight), Vertex> neighbour
    )
    {
        var found = new Dictionary<Vertex, Vertex>();
        foreach (var group in segments.GroupBy(of))
        {
            var heaviest = group.Max(s => s.Weight);
            if (group.Where(s => s.Weight == heaviest).Select(neighbour).Distinct().Take(2).ToList() is [var only])
            {
                found[group.Key] = only;
            }
        }

        return found;
    }

    private static Dictionary<Vertex, (List<Vertex> Layer, int At)> PlacesOf(List<List<Vertex>> layers) =>
        layers
            .SelectMany(layer => layer.Select((vertex, at) => (vertex, layer, at)))
            .ToDictionary(p => p.vertex, p => (p.layer, p.at));
}
