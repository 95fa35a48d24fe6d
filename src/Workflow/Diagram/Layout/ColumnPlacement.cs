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
        var uprights = graph.Segments().Where(s => Math.Abs(s.From.Y - s.To.Y) > 0.5).ToLookup(s => s.From.Layer);
        var names = graph.Links.Where(l => l.Edge.Name.Length > 0).ToLookup(l => l.From.Layer, l => l.Edge.Name);
        var x = 0.0;
        for (var i = 0; i < graph.Layers.Count; i++)
        {
            var width = graph.Layers[i].Max(v => Math.Max(v.Width, v.Reach));
            foreach (var vertex in graph.Layers[i])
            {
                vertex.X = x + (width / 2);
            }

            columns.Add((x, x + width));
            x += width + Gap(uprights[i].Count(), names[i]);
        }

        return columns;
    }

    private static double Gap(int uprights, IEnumerable<string> names)
    {
        var widest = names
            .Select(name => Math.Min(TextMeasure.Width(name, Picture.SubSize), MostLabel) + 16)
            .DefaultIfEmpty(0)
            .Max();
        return Math.Max(Math.Max(LeastGap, widest), Track * (uprights + 2));
    }
}
