using System.Buffers.Binary;

namespace Approvals.Credentials.Pdf.Fonts;

/// <summary>
/// One component of a composite glyph (OpenType <c>glyf</c>, composite description). <see cref="Position"/> is the byte offset
/// of its glyph index, <see cref="X"/>/<see cref="Y"/> the shift in font units, then the 2×2 matrix.
/// </summary>
internal readonly record struct GlyphComponent(
    int Position,
    int Glyph,
    int X,
    int Y,
    float XX,
    float XY,
    float YX,
    float YY
);

internal static class CompositeGlyph
{
    private const int ArgumentsAreWords = 0x0001;
    private const int ArgumentsAreOffsets = 0x0002;
    private const int HasScale = 0x0008;
    private const int MoreComponents = 0x0020;
    private const int HasTwoScales = 0x0040;
    private const int HasMatrix = 0x0080;

    public static bool Is(ReadOnlySpan<byte> glyph) =>
        glyph.Length >= 10 && BinaryPrimitives.ReadInt16BigEndian(glyph) < 0;

    public static List<GlyphComponent> Components(ReadOnlySpan<byte> glyph)
    {
        var components = new List<GlyphComponent>();
        for (var at = 10; ; )
        {
            var flags = BinaryPrimitives.ReadUInt16BigEndian(glyph[at..]);
            var position = at + 2;
            at += 4;
            var (x, y) =
                (flags & ArgumentsAreWords) != 0
                    ? (
                        BinaryPrimitives.ReadInt16BigEndian(glyph[at..]),
                        BinaryPrimitives.ReadInt16BigEndian(glyph[(at + 2)..])
                    )
                    : ((short)(sbyte)glyph[at], (short)(sbyte)glyph[at + 1]);
            at += (flags & ArgumentsAreWords) != 0 ? 4 : 2;
            if ((flags & ArgumentsAreOffsets) == 0)
            {
                throw new InvalidDataException("A composite glyph is joined by points, which is not read here.");
            }

            var (xx, xy, yx, yy) = (1f, 0f, 0f, 1f);
            if ((flags & HasScale) != 0)
            {
                xx = yy = Fixed(glyph[at..]);
                at += 2;
            }
            else if ((flags & HasTwoScales) != 0)
            {
                (xx, yy) = (Fixed(glyph[at..]), Fixed(glyph[(at + 2)..]));
                at += 4;
            }
            else if ((flags & HasMatrix) != 0)
            {
                (xx, xy) = (Fixed(glyph[at..]), Fixed(glyph[(at + 2)..]));
                (yx, yy) = (Fixed(glyph[(at + 4)..]), Fixed(glyph[(at + 6)..]));
                at += 8;
            }

            components.Add(
                new(position, BinaryPrimitives.ReadUInt16BigEndian(glyph[position..]), x, y, xx, xy, yx, yy)
            );
            if ((flags & MoreComponents) == 0)
            {
                return components;
            }
        }
    }

    private static float Fixed(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt16BigEndian(bytes) / 16384f;
}
