namespace Approvals.Workflow.Diagram.Layout;

/// <summary>The heights above and below a placed graph where lines that lead back may run, kept apart from each other.</summary>
internal sealed class BackLines(LayeredGraph graph)
{
    private const double Gap = 24;
    private const double Step = 14;

    private readonly List<double> tops = [.. graph.Layers.Select(l => l.Min(v => v.Top))];
    private readonly List<double> feet = [.. graph.Layers.Select(l => l.Max(v => v.Foot))];

    /// <summary>What runs at a multiple of the step, as spans of layers: two lines are at the same height or apart.</summary>
    private readonly Dictionary<int, List<(int First, int Last)>> taken = [];

    /// <summary>The first free height below everything in a span of layers.</summary>
    public double Below(int first, int last) => Free(first, last, Range(feet, first, last).Max() + Gap, 1);

    /// <summary>The first free height above everything in a span of layers.</summary>
    public double Above(int first, int last) => Free(first, last, Range(tops, first, last).Min() - Gap, -1);

    public void Take(int first, int last, double height)
    {
        var line = (int)Math.Round(height / Step);
        if (!taken.TryGetValue(line, out var spans))
        {
            taken[line] = spans = [];
        }

        spans.Add((first, last));
    }

    private double Free(int first, int last, double wish, int side)
    {
        var line = (int)(side > 0 ? Math.Ceiling(wish / Step) : Math.Floor(wish / Step));
        while (taken.TryGetValue(line, out var spans) && spans.Exists(s => s.First <= last && first <= s.Last))
        {
            line += side;
        }

        return line * Step;
    }

    private static List<double> Range(List<double> values, int first, int last) =>
        values.GetRange(first, last - first + 1);
}
