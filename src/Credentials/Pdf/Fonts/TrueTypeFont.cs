using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;

namespace Approvals.Credentials.Pdf.Fonts;

/// <summary>
/// A TrueType font with quadratic outlines (OpenType <c>glyf</c>), from a <c>.ttf</c> or the first face of a <c>.ttc</c>. Small tables
/// are held, glyphs are read from the file when first used and kept, so a 15 MB Chinese font costs under a megabyte. Safe for
/// any number of threads. Coordinates are font units, y upwards.
/// </summary>
public sealed class TrueTypeFont : IDisposable
{
    private readonly Microsoft.Win32.SafeHandles.SafeFileHandle file;
    private readonly Dictionary<string, (long Offset, int Length)> tables;
    private readonly CharacterMap characters;
    private readonly byte[] locations;
    private readonly byte[] metrics;
    private readonly bool longLocations;
    private readonly int metricCount;
    private readonly ConcurrentDictionary<int, byte[]> glyphs = new();

    private TrueTypeFont(
        Microsoft.Win32.SafeHandles.SafeFileHandle file,
        Dictionary<string, (long Offset, int Length)> tables
    )
    {
        this.file = file;
        this.tables = tables;
        var head = Table("head");
        UnitsPerEm = BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(18));
        BoundingBox =
        [
            BinaryPrimitives.ReadInt16BigEndian(head.AsSpan(36)),
            BinaryPrimitives.ReadInt16BigEndian(head.AsSpan(38)),
            BinaryPrimitives.ReadInt16BigEndian(head.AsSpan(40)),
            BinaryPrimitives.ReadInt16BigEndian(head.AsSpan(42)),
        ];
        longLocations = BinaryPrimitives.ReadInt16BigEndian(head.AsSpan(50)) == 1;
        var horizontal = Table("hhea");
        Ascent = BinaryPrimitives.ReadInt16BigEndian(horizontal.AsSpan(4));
        Descent = BinaryPrimitives.ReadInt16BigEndian(horizontal.AsSpan(6));
        metricCount = BinaryPrimitives.ReadUInt16BigEndian(horizontal.AsSpan(34));
        GlyphCount = BinaryPrimitives.ReadUInt16BigEndian(Table("maxp").AsSpan(4));
        var style = Table("OS/2");
        Weight = BinaryPrimitives.ReadUInt16BigEndian(style.AsSpan(4));
        CapHeight = style.Length >= 90 ? BinaryPrimitives.ReadInt16BigEndian(style.AsSpan(88)) : Ascent;
        locations = Table("loca");
        metrics = Table("hmtx");
        characters = CharacterMap.Read(Table("cmap"));
        PostScriptName = NameTable.PostScriptName(Table("name"));
    }

    public string PostScriptName { get; }
    public int UnitsPerEm { get; }
    public int Ascent { get; }
    public int Descent { get; }
    public int CapHeight { get; }

    /// <summary>OS/2 weight class, 400 regular, 700 bold.</summary>
    public int Weight { get; }
    public int GlyphCount { get; }

    /// <summary>xMin, yMin, xMax, yMax over all glyphs.</summary>
    public IReadOnlyList<int> BoundingBox { get; }

    /// <exception cref="InvalidDataException">The file is not a TrueType font with glyf outlines.</exception>
    public static TrueTypeFont Open(string path)
    {
        var handle = File.OpenHandle(path, options: FileOptions.RandomAccess);
        try
        {
            return new(handle, Directory(handle));
        }
        catch (Exception broken) when (broken is ArgumentOutOfRangeException or EndOfStreamException)
        {
            handle.Dispose();
            throw new InvalidDataException($"The font {path} is damaged.", broken);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    public void Dispose() => file.Dispose();

    /// <summary>Glyph index of a character, 0 when the font hasn't got it.</summary>
    public int GlyphOf(Rune character) => characters.GlyphOf(character.Value);

    /// <summary>Advance width in font units.</summary>
    public int AdvanceOf(int glyph) =>
        BinaryPrimitives.ReadUInt16BigEndian(metrics.AsSpan(Math.Min(glyph, metricCount - 1) * 4));

    internal short LeftBearingOf(int glyph) =>
        BinaryPrimitives.ReadInt16BigEndian(
            metrics.AsSpan(glyph < metricCount ? (glyph * 4) + 2 : (metricCount * 4) + ((glyph - metricCount) * 2))
        );

    /// <summary>The glyph's record of <c>glyf</c>, empty for a blank one.</summary>
    internal ReadOnlyMemory<byte> Glyph(int glyph) => glyphs.GetOrAdd(glyph, ReadGlyph);

    internal bool Has(string tag) => tables.ContainsKey(tag);

    internal byte[] Table(string tag) =>
        tables.TryGetValue(tag, out var place)
            ? Read(file, place.Offset, place.Length)
            : throw new InvalidDataException($"The font has no table {tag}; only TrueType outlines are read.");

    private byte[] ReadGlyph(int glyph)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(glyph, GlyphCount);
        var (start, end) = (Location(glyph), Location(glyph + 1));
        var glyf = tables["glyf"];
        return end >= start && end <= glyf.Length
            ? Read(file, glyf.Offset + start, (int)(end - start))
            : throw new InvalidDataException($"Glyph {glyph} lies outside its table.");
    }

    private long Location(int index) =>
        longLocations
            ? BinaryPrimitives.ReadUInt32BigEndian(locations.AsSpan(index * 4))
            : BinaryPrimitives.ReadUInt16BigEndian(locations.AsSpan(index * 2)) * 2L;

    private static Dictionary<string, (long Offset, int Length)> Directory(
        Microsoft.Win32.SafeHandles.SafeFileHandle file
    )
    {
        long start = 0;
        var header = Read(file, 0, 16);
        if (header.AsSpan().StartsWith("ttcf"u8))
        {
            start = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(12));
            header = Read(file, start, 16);
        }

        var count = BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(4));
        var records = Read(file, start + 12, count * 16);
        var found = new Dictionary<string, (long, int)>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var record = records.AsSpan(i * 16, 16);
            found[Encoding.ASCII.GetString(record[..4])] = (
                BinaryPrimitives.ReadUInt32BigEndian(record[8..]),
                checked((int)BinaryPrimitives.ReadUInt32BigEndian(record[12..]))
            );
        }

        return found;
    }

    private static byte[] Read(Microsoft.Win32.SafeHandles.SafeFileHandle file, long offset, int length)
    {
        var bytes = new byte[length];
        for (var done = 0; done < length; )
        {
            var read = RandomAccess.Read(file, bytes.AsSpan(done), offset + done);
            done += read > 0 ? read : throw new EndOfStreamException();
        }

        return bytes;
    }
}
