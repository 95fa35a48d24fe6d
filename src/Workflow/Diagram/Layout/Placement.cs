namespace Approvals.Workflow.Diagram.Layout;

/// <summary>Where things of a part of the diagram stand, relative to an origin of its own until it is moved.</summary>
internal sealed class Placement
{
    public Dictionary<string, Box> Boxes { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, IReadOnlyList<Point>> Lines { get; } = new(StringComparer.Ordinal);

    /// <summary>Upper and lower edge of each lane, by its id.</summary>
    public Dictionary<string, (double Top, double Bottom)> Bands { get; } = new(StringComparer.Ordinal);

    /// <summary>The room it takes, labels included.</summary>
    public Box Extent { get; set; }

    public void Add(Placement other, double dx, double dy)
    {
        foreach (var (id, box) in other.Boxes)
        {
            Boxes[id] = box with { X = box.X + dx, Y = box.Y + dy };
        }

        foreach (var (id, line) in other.Lines)
        {
            Lines[id] = [.. line.Select(p => new Point(p.X + dx, p.Y + dy))];
        }

        foreach (var (id, band) in other.Bands)
        {
            Bands[id] = (band.Top + dy, band.Bottom + dy);
        }
    }
}
