using System.Buffers.Binary;

namespace Approvals.Credentials.Pdf.Fonts;

/// <summary>The Unicode subtable of <c>cmap</c>: format 12 for all planes, else format 4 for the first.</summary>
internal sealed class CharacterMap
{
    private readonly int[] starts;
    private readonly int[] ends;
    private readonly Func<int, int, int> glyphInSegment;

    private CharacterMap(int[] starts, int[] ends, Func<int, int, int> glyphInSegment)
    {
        this.starts = starts;
        this.ends = ends;
        this.glyphInSegment = glyphInSegment;
    }

    public static CharacterMap Read(byte[] table)
    {
        CharacterMap? best = null;
        var count = BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan(2));
        for (var i = 0; i < count; i++)
        {
            var record = table.AsSpan(4 + (i * 8));
            var (platform, encoding) = (
                BinaryPrimitives.ReadUInt16BigEndian(record),
                BinaryPrimitives.ReadUInt16BigEndian(record[2..])
            );
            var subtable = table.AsMemory((int)BinaryPrimitives.ReadUInt32BigEndian(record[4..]));
            var format = BinaryPrimitives.ReadUInt16BigEndian(subtable.Span);
            if (format == 12 && (platform == 0 || (platform, encoding) == (3, 10)))
            {
                return Segments(subtable);
            }

            if (format == 4 && (platform == 0 || (platform, encoding) == (3, 1)))
            {
                best = Deltas(subtable);
            }
        }

        return best ?? throw new InvalidDataException("The font has no Unicode character map that is read here.");
    }

    public int GlyphOf(int character)
    {
        var segment = Array.BinarySearch(ends, character);
        segment = segment < 0 ? ~segment : segment;
        return segment < starts.Length && starts[segment] <= character ? glyphInSegment(segment, character) : 0;
    }

    private static CharacterMap Segments(ReadOnlyMemory<byte> subtable)
    {
        var count = (int)BinaryPrimitives.ReadUInt32BigEndian(subtable.Span[12..]);
        var (starts, ends, glyphs) = (new int[count], new int[count], new int[count]);
        for (var i = 0; i < count; i++)
        {
            var group = subtable.Span[(16 + (i * 12))..];
            starts[i] = BinaryPrimitives.ReadInt32BigEndian(group);
            ends[i] = BinaryPrimitives.ReadInt32BigEndian(group[4..]);
            glyphs[i] = BinaryPrimitives.ReadInt32BigEndian(group[8..]);
        }

        return new(starts, ends, (segment, character) => glyphs[segment] + character - starts[segment]);
    }

    private static CharacterMap Deltas(ReadOnlyMemory<byte> subtable)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(subtable.Span[6..]) / 2;
        var (starts, ends) = (new int[count], new int[count]);
        for (var i = 0; i < count; i++)
        {
            ends[i] = BinaryPrimitives.ReadUInt16BigEndian(subtable.Span[(14 + (i * 2))..]);
            starts[i] = BinaryPrimitives.ReadUInt16BigEndian(subtable.Span[(16 + ((count + i) * 2))..]);
        }

        return new(
            starts,
            ends,
            (segment, character) =>
            {
                var delta = BinaryPrimitives.ReadUInt16BigEndian(subtable.Span[(16 + (((2 * count) + segment) * 2))..]);
                var at = 16 + (((3 * count) + segment) * 2);
                var range = BinaryPrimitives.ReadUInt16BigEndian(subtable.Span[at..]);
                if (range == 0)
                {
                    return (character + delta) & 0xFFFF;
                }

                var glyph = BinaryPrimitives.ReadUInt16BigEndian(
                    subtable.Span[(at + range + ((character - starts[segment]) * 2))..]
                );
                return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
            }
        );
    }
}
