using System.Numerics;
using System.Security;
using QRCoder;

namespace Approvals.Credentials.Pdf.Drawing;

/// <summary>
/// A QR code (GB/T 18284, ISO/IEC 18004) as one outline: neighbouring modules are joined, so no hairlines show between them at any
/// scale. One module is one unit, y downwards; fill by the nonzero rule.
/// </summary>
public sealed class QrCode
{
    private readonly bool[,] dark;

    private QrCode(bool[,] dark) => this.dark = dark;

    /// <summary>Modules per side, without the quiet zone of four that the page must leave free.</summary>
    public int Size => dark.GetLength(0);

    public static QrCode Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        const int Quiet = 4;
        var size = data.ModuleMatrix.Count - (2 * Quiet);
        var modules = new bool[size, size];
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                modules[x, y] = data.ModuleMatrix[y + Quiet][x + Quiet];
            }
        }

        return new(modules);
    }

    public bool IsDark(int x, int y) => x >= 0 && y >= 0 && x < Size && y < Size && dark[x, y];

    /// <summary>A complete <c>svg</c> element with its quiet zone, for slips and pages.</summary>
    /// <param name="label">What the code is for, for assistive technology.</param>
    /// <param name="colour">Any CSS colour.</param>
    public string ToSvg(string label, string colour = "currentColor")
    {
        var (name, paint) = (SecurityElement.Escape(label), SecurityElement.Escape(colour));
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-4 -4 {Size + 8} {Size + 8}\" role=\"img\""
            + $" aria-label=\"{name}\"><path fill=\"{paint}\" d=\"{Outline().ToSvg()}\"/></svg>";
    }

    /// <summary>Walks every border with the dark side on its right, turning so that modules touching by a corner stay apart.</summary>
    public VectorPath Outline()
    {
        var edges = new Dictionary<(int X, int Y), List<(int X, int Y)>>();
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                if (!dark[x, y])
                {
                    continue;
                }

                Edge(!IsDark(x, y - 1), (x, y), (x + 1, y));
                Edge(!IsDark(x + 1, y), (x + 1, y), (x + 1, y + 1));
                Edge(!IsDark(x, y + 1), (x + 1, y + 1), (x, y + 1));
                Edge(!IsDark(x - 1, y), (x, y + 1), (x, y));
            }
        }

        var path = new VectorPath();
        foreach (var start in edges.Keys.OrderBy(corner => corner.Y).ThenBy(corner => corner.X).ToList())
        {
            while (edges[start].Count > 0)
            {
                Trace(edges, start, path);
            }
        }

        return path;

        void Edge(bool border, (int X, int Y) from, (int X, int Y) to)
        {
            if (!border)
            {
                return;
            }

            if (!edges.TryGetValue(from, out var ends))
            {
                edges[from] = ends = [];
            }

            ends.Add(to);
        }
    }

    private static void Trace(
        Dictionary<(int X, int Y), List<(int X, int Y)>> edges,
        (int X, int Y) start,
        VectorPath path
    )
    {
        var corners = new List<(int X, int Y)> { start };
        var (from, at) = (start, Take(edges, start, (0, 0)));
        while (at != start)
        {
            var direction = (X: at.X - from.X, Y: at.Y - from.Y);
            var next = Take(edges, at, direction);
            if ((next.X - at.X, next.Y - at.Y) != direction)
            {
                corners.Add(at);
            }

            (from, at) = (at, next);
        }

        path.MoveTo(new Vector2(corners[0].X, corners[0].Y));
        foreach (var (x, y) in corners.Skip(1))
        {
            path.LineTo(new Vector2(x, y));
        }

        path.Close();
    }

    /// <summary>Where two borders meet at a corner, the right turn stays with the same module.</summary>
    private static (int X, int Y) Take(
        Dictionary<(int X, int Y), List<(int X, int Y)>> edges,
        (int X, int Y) at,
        (int X, int Y) direction
    )
    {
        var ends = edges[at];
        var right = (X: at.X - direction.Y, Y: at.Y + direction.X);
        var index = Math.Max(0, ends.IndexOf(right));
        var end = ends[index];
        ends.RemoveAt(index);
        return end;
    }
}
