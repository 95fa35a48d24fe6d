namespace Approvals.Workflow.Diagram;

/// <summary>A point of the drawing plane, in DI units (pixels), y growing downwards.</summary>
public readonly record struct Point(double X, double Y);

/// <summary>An axis-parallel rectangle of the drawing plane; width and height are never negative.</summary>
public readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double CenterX => X + (Width / 2);

    public double CenterY => Y + (Height / 2);

    public Point Center => new(CenterX, CenterY);

    public Box Inflate(double by) => new(X - by, Y - by, Width + (2 * by), Height + (2 * by));

    public Box Union(Box other)
    {
        var x = Math.Min(X, other.X);
        var y = Math.Min(Y, other.Y);
        return new(x, y, Math.Max(Right, other.Right) - x, Math.Max(Bottom, other.Bottom) - y);
    }

    /// <summary>True when the two share an area; touching edges don't count.</summary>
    public bool Overlaps(Box other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    public bool Contains(Box other) => X <= other.X && Y <= other.Y && Right >= other.Right && Bottom >= other.Bottom;

    public static Box Around(Point a, Point b) =>
        new(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y));
}
