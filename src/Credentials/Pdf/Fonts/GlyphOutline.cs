using System.Buffers.Binary;
using System.Numerics;
using Approvals.Credentials.Pdf.Drawing;

namespace Approvals.Credentials.Pdf.Fonts;

/// <summary>Turns <c>glyf</c> records into paths, for text that is drawn as art: seals, marks. Font units, y upwards.</summary>
public static class GlyphOutline
{
    private const int MaximumDepth = 8;

    public static VectorPath Of(TrueTypeFont font, int glyph)
    {
        var path = new VectorPath();
        Append(font, glyph, Matrix3x2.Identity, path, 0);
        return path;
    }

    private static void Append(TrueTypeFont font, int glyph, Matrix3x2 transform, VectorPath path, int depth)
    {
        if (depth > MaximumDepth)
        {
            throw new InvalidDataException($"Glyph {glyph} contains itself.");
        }

        var bytes = font.Glyph(glyph).Span;
        if (bytes.Length < 10)
        {
            return;
        }

        if (!CompositeGlyph.Is(bytes))
        {
            AppendSimple(bytes, transform, path);
            return;
        }

        foreach (var part in CompositeGlyph.Components(bytes))
        {
            var local = new Matrix3x2(part.XX, part.XY, part.YX, part.YY, part.X, part.Y);
            Append(font, part.Glyph, local * transform, path, depth + 1);
        }
    }

    private static void AppendSimple(ReadOnlySpan<byte> glyph, Matrix3x2 transform, VectorPath path)
    {
        var contours = BinaryPrimitives.ReadInt16BigEndian(glyph);
        var ends = new int[contours];
        for (var i = 0; i < contours; i++)
        {
            ends[i] = BinaryPrimitives.ReadUInt16BigEndian(glyph[(10 + (i * 2))..]);
        }

        var count = contours == 0 ? 0 : ends[^1] + 1;
        var at = 10 + (contours * 2);
        at += 2 + BinaryPrimitives.ReadUInt16BigEndian(glyph[at..]);
        var flags = ReadFlags(glyph, ref at, count);
        var x = ReadCoordinates(glyph, ref at, flags, shortBit: 0x02, sameBit: 0x10);
        var y = ReadCoordinates(glyph, ref at, flags, shortBit: 0x04, sameBit: 0x20);
        var start = 0;
        foreach (var end in ends)
        {
            var points = new (Vector2 Place, bool OnCurve)[end - start + 1];
            for (var i = 0; i < points.Length; i++)
            {
                points[i] = (
                    Vector2.Transform(new(x[start + i], y[start + i]), transform),
                    (flags[start + i] & 1) != 0
                );
            }

            AppendContour(points, path);
            start = end + 1;
        }
    }

    private static byte[] ReadFlags(ReadOnlySpan<byte> glyph, ref int at, int count)
    {
        const int Repeat = 0x08;
        var flags = new byte[count];
        for (var i = 0; i < count; )
        {
            var flag = glyph[at++];
            var times = (flag & Repeat) != 0 ? glyph[at++] + 1 : 1;
            flags.AsSpan(i, times).Fill(flag);
            i += times;
        }

        return flags;
    }

    private static int[] ReadCoordinates(ReadOnlySpan<byte> glyph, ref int at, byte[] flags, int shortBit, int sameBit)
    {
        var coordinates = new int[flags.Length];
        var value = 0;
        for (var i = 0; i < flags.Length; i++)
        {
            if ((flags[i] & shortBit) != 0)
            {
                var step = glyph[at++];
                value += (flags[i] & sameBit) != 0 ? step : -step;
            }
            else if ((flags[i] & sameBit) == 0)
            {
                value += BinaryPrimitives.ReadInt16BigEndian(glyph[at..]);
                at += 2;
            }

            coordinates[i] = value;
        }

        return coordinates;
    }

    /// <summary>Between two control points the curve passes through their middle.</summary>
    private static void AppendContour((Vector2 Place, bool OnCurve)[] points, VectorPath path)
    {
        if (points.Length < 2)
        {
            return;
        }

        var first = Array.FindIndex(points, point => point.OnCurve);
        var origin = first >= 0 ? points[first].Place : (points[0].Place + points[^1].Place) / 2;
        path.MoveTo(origin);
        Vector2? control = null;
        for (var i = 1; i <= points.Length; i++)
        {
            var (place, onCurve) = points[(first + i) % points.Length];
            if (onCurve)
            {
                Segment(path, control, place);
                control = null;
            }
            else
            {
                if (control is { } previous)
                {
                    path.QuadraticTo(previous, (previous + place) / 2);
                }

                control = place;
            }
        }

        if (control is { } last)
        {
            path.QuadraticTo(last, origin);
        }

        path.Close();
    }

    private static void Segment(VectorPath path, Vector2? control, Vector2 place)
    {
        if (control is { } middle)
        {
            path.QuadraticTo(middle, place);
        }
        else
        {
            path.LineTo(place);
        }
    }
}
