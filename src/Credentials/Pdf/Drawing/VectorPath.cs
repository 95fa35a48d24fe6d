using System.Globalization;
using System.Numerics;
using System.Text;

namespace Approvals.Credentials.Pdf.Drawing;

public enum PathStep
{
    Move,
    Line,
    Cubic,
    Close,
}

/// <summary>
/// A path of lines and cubic curves: one geometry for PDF and SVG. Quadratic curves are raised to cubic when added. The
/// plane has no direction of its own; whoever draws says which way y runs.
/// </summary>
public sealed class VectorPath
{
    /// <summary>A quarter circle as a cubic, radial error below 0.03 %.</summary>
    private const float QuarterCircle = 0.55228475f;
    private readonly List<PathStep> steps = [];
    private readonly List<Vector2> points = [];

    public IReadOnlyList<PathStep> Steps => steps;

    /// <summary>One per Move and Line, three per Cubic (two controls, then the end), none for Close.</summary>
    public IReadOnlyList<Vector2> Points => points;

    public static VectorPath Rectangle(float x, float y, float width, float height) =>
        new VectorPath()
            .MoveTo(new(x, y))
            .LineTo(new(x + width, y))
            .LineTo(new(x + width, y + height))
            .LineTo(new(x, y + height))
            .Close();

    public static VectorPath Line(Vector2 from, Vector2 to) => new VectorPath().MoveTo(from).LineTo(to);

    public static VectorPath Circle(Vector2 centre, float radius)
    {
        var path = new VectorPath().MoveTo(centre + new Vector2(radius, 0));
        var (from, tangent) = (new Vector2(radius, 0), new Vector2(0, radius));
        for (var quarter = 0; quarter < 4; quarter++)
        {
            var (to, next) = (tangent, -from);
            path.CubicTo(centre + from + (tangent * QuarterCircle), centre + to - (next * QuarterCircle), centre + to);
            (from, tangent) = (to, next);
        }

        return path.Close();
    }

    public VectorPath MoveTo(Vector2 point) => Add(PathStep.Move, point);

    public VectorPath LineTo(Vector2 point) => Add(PathStep.Line, point);

    public VectorPath QuadraticTo(Vector2 control, Vector2 end)
    {
        var start = points[^1];
        return CubicTo(start + ((control - start) * 2 / 3), end + ((control - end) * 2 / 3), end);
    }

    public VectorPath CubicTo(Vector2 first, Vector2 second, Vector2 end)
    {
        points.Add(first);
        points.Add(second);
        return Add(PathStep.Cubic, end);
    }

    public VectorPath Close()
    {
        steps.Add(PathStep.Close);
        return this;
    }

    public VectorPath Append(VectorPath other, Matrix3x2 transform)
    {
        steps.AddRange(other.steps);
        foreach (var point in other.points)
        {
            points.Add(Vector2.Transform(point, transform));
        }

        return this;
    }

    public VectorPath Transform(Matrix3x2 transform) => new VectorPath().Append(this, transform);

    /// <summary>The <c>d</c> of an SVG path, two decimals.</summary>
    public string ToSvg()
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (var step in steps)
        {
            text.Append(
                step switch
                {
                    PathStep.Move => 'M',
                    PathStep.Line => 'L',
                    PathStep.Cubic => 'C',
                    _ => 'Z',
                }
            );
            var count = step switch
            {
                PathStep.Cubic => 3,
                PathStep.Close => 0,
                _ => 1,
            };
            for (var i = 0; i < count; i++, at++)
            {
                text.Append(i > 0 ? " " : "")
                    .Append(points[at].X.ToString("0.##", CultureInfo.InvariantCulture))
                    .Append(' ')
                    .Append(points[at].Y.ToString("0.##", CultureInfo.InvariantCulture));
            }
        }

        return text.ToString();
    }

    private VectorPath Add(PathStep step, Vector2 point)
    {
        steps.Add(step);
        points.Add(point);
        return this;
    }
}
