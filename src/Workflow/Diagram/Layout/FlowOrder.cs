namespace Approvals.Workflow.Diagram.Layout;

/// <summary>
/// The direction of reading: which links lead back, and the layer of each vertex as the longest way to it. Document
/// order decides ties, so that the same file always gives the same picture.
/// </summary>
internal static class FlowOrder
{
    /// <summary>Depth first from the vertices nothing leads to; a link to a vertex still on the way leads back.</summary>
    public static void MarkBackLinks(List<Vertex> vertices, List<Link> links)
    {
        var outgoing = links.ToLookup(l => l.From);
        var entered = links.Where(l => l.From != l.To).Select(l => l.To).ToHashSet();
        var open = new HashSet<Vertex>();
        var seen = new HashSet<Vertex>();
        foreach (var root in vertices.OrderBy(v => entered.Contains(v)).ThenBy(v => v.Index))
        {
            if (!seen.Add(root))
            {
                continue;
            }

            open.Add(root);
            var way = new Stack<(Vertex Vertex, IEnumerator<Link> Onward)>();
            way.Push((root, outgoing[root].GetEnumerator()));
            while (way.TryPeek(out var at))
            {
                if (!at.Onward.MoveNext())
                {
                    open.Remove(at.Vertex);
                    way.Pop();
                    continue;
                }

                var link = at.Onward.Current;
                link.Back = open.Contains(link.To);
                if (seen.Add(link.To))
                {
                    open.Add(link.To);
                    way.Push((link.To, outgoing[link.To].GetEnumerator()));
                }
            }
        }
    }

    public static void AssignLayers(List<Vertex> vertices, List<Link> links)
    {
        var outgoing = links.Where(l => !l.Back).ToLookup(l => l.From);
        var waiting = new int[vertices.Count];
        foreach (var link in links.Where(l => !l.Back))
        {
            waiting[link.To.Index]++;
        }

        var ready = new Queue<Vertex>(vertices.Where(v => waiting[v.Index] == 0));
        while (ready.TryDequeue(out var vertex))
        {
            foreach (var link in outgoing[vertex])
            {
                link.To.Layer = Math.Max(link.To.Layer, vertex.Layer + 1);
                if (--waiting[link.To.Index] == 0)
                {
                    ready.Enqueue(link.To);
                }
            }
        }
    }
}
