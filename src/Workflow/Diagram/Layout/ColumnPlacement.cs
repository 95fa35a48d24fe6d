using Approvals.Workflow.Diagram.Labels;

namespace Approvals.Workflow.Diagram.Layout;

/// <summary>Gives every layer its place from left to right, with room between for bends and for the names of flows.</summary>
internal static class ColumnPlacement
{
    private const double LeastGap = 40;
    private const double MostLabel = 110;

    /// <summary>Distance between two upright lines in the same gap.</summary>
    public const double Track = 12;

    /// <summary>Sets X of all vertices; returns left and right edge of each layer.</summary>
    public static List<(double Left, double Right)> Run(LayeredGraph graph)
    {
        var columns = new List<(double Left, double Right)>();
        var x = 0.0;
        for (var i = 0; i < graph.Layers.Count; i++)
        {
            var width = graph.Layers[i].Max(v => Math.Max(v.Width, v.Reach));
            foreach (var vertex in graph.Layers[i])
            {
                vertex.X = x + (width / 2);
            }

            columns.Add((x, x + width));
            x += width + Gap(graph, i);
        }

        return columns;
    }

    private static double Gap(LayeredGraph graph, int layer)
    {
        var uprights = graph.Segments().Count(s => s.From.Layer == layer && Math.Abs(s.From.Y - s.To.Y) > 0.5);
        var names = graph
            .Links.Where(l => l.From.Layer == layer && l.Edge.Name.Length > 0)
            .Select(l => Math.Min(TextMeasure.Width(l.Edge.Name, Picture.SubSize), MostLabel) + 16)
            .DefaultIfEmpty(0)
            .Max();
        return Math.Max(Math.Max(LeastGap, names), Track * (uprights + 2));
    }
}
