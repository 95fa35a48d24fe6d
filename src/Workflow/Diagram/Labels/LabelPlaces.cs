namespace Approvals.Workflow.Diagram.Labels;

/// <summary>Where text may still stand: knows what is drawn already and picks the first free place, else the least bad.</summary>
internal sealed class LabelPlaces
{
    private const double Cell = 160;
    private const double Air = 2;

    /// <summary>What is larger than this many cells is a frame, whatever it claims to be: text may stand in it.</summary>
    private const int MostCells = 400;

    /// <summary>A cell with more in it has no room for text anyway.</summary>
    private const int MostInCell = 200;

    /// <summary>More places than this are not tried for one text.</summary>
    private const int MostPlaces = 32;

    /// <summary>Bounds the work that a drawing full of endless lines makes.</summary>
    private int budget = 1_000_000;

    private readonly Dictionary<(int Column, int Row), List<Box>> taken = [];

    public void Block(Box box)
    {
        var cells = (box.Width / Cell + 1) * (box.Height / Cell + 1);
        if (box.Width > Cell && box.Height > Cell && cells > MostCells || cells > budget)
        {
            return;
        }

        budget -= (int)cells;
        foreach (var cell in CellsOf(box))
        {
            if (!taken.TryGetValue(cell, out var boxes))
            {
                taken[cell] = boxes = [];
            }

            if (boxes.Count < MostInCell)
            {
                boxes.Add(box);
            }
        }
    }

    /// <summary>Blocks the border of a frame; inside there is room.</summary>
    public void BlockBorder(Box box) =>
        Block([
            new(box.X, box.Y),
            new(box.Right, box.Y),
            new(box.Right, box.Bottom),
            new(box.X, box.Bottom),
            new(box.X, box.Y),
        ]);

    /// <summary>Blocks a line; a slanted segment is stepped, so that the room beside it stays free.</summary>
    public void Block(IReadOnlyList<Point> line)
    {
        for (var i = 1; i < line.Count; i++)
        {
            var (from, to) = (line[i - 1], line[i]);
            var (dx, dy) = (to.X - from.X, to.Y - from.Y);
            var steps = dx == 0 || dy == 0 ? 1 : (int)Math.Clamp(Math.Min(Math.Abs(dx), Math.Abs(dy)) / 8, 1, 64);
            for (var s = 0; s < steps; s++)
            {
                Point a = new(from.X + (dx * s / steps), from.Y + (dy * s / steps));
                Point b = new(from.X + (dx * (s + 1) / steps), from.Y + (dy * (s + 1) / steps));
                Block(Box.Around(a, b).Inflate(Air));
            }
        }
    }

    /// <summary>Takes the first of the places that is free, or the one that overlaps least.</summary>
    public Box Take(IEnumerable<Box> places)
    {
        Box? best = null;
        var least = double.MaxValue;
        foreach (var place in places.Take(MostPlaces))
        {
            var overlap = Overlap(place);
            if (overlap < least)
            {
                (best, least) = (place, overlap);
            }

            if (overlap <= 0)
            {
                break;
            }
        }

        var chosen = best ?? throw new ArgumentException("At least one place must be offered.", nameof(places));
        Block(chosen);
        return chosen;
    }

    private double Overlap(Box place)
    {
        var area = 0.0;
        foreach (var cell in CellsOf(place))
        {
            foreach (var box in taken.GetValueOrDefault(cell, []).Where(place.Overlaps))
            {
                area +=
                    (Math.Min(place.Right, box.Right) - Math.Max(place.X, box.X))
                    * (Math.Min(place.Bottom, box.Bottom) - Math.Max(place.Y, box.Y));
            }
        }

        return area;
    }

    private static IEnumerable<(int Column, int Row)> CellsOf(Box box)
    {
        for (var column = (int)Math.Floor(box.X / Cell); column <= (int)Math.Floor(box.Right / Cell); column++)
        {
            for (var row = (int)Math.Floor(box.Y / Cell); row <= (int)Math.Floor(box.Bottom / Cell); row++)
            {
                yield return (column, row);
            }
        }
    }
}
