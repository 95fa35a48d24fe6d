using System.Buffers.Binary;
using System.Text;

namespace Approvals.Credentials.Pdf.Fonts;

/// <summary>
/// The glyphs one document uses of one font, numbered in order of first use, 0 is .notdef. A pair of glyph and text is one entry, so
/// that two characters sharing an outline still give back their own text. Not for sharing between threads.
/// </summary>
internal sealed class GlyphSubset(TrueTypeFont font)
{
    private readonly Dictionary<(int Glyph, int Character), ushort> indices = [];
    private readonly List<(int Glyph, Rune? Character)> entries = [(0, null)];

    public TrueTypeFont Font { get; } = font;

    /// <summary>Original glyph and text of every entry; components of composites have no text.</summary>
    public IReadOnlyList<(int Glyph, Rune? Character)> Entries => entries;

    public ushort IndexOf(int glyph, Rune character)
    {
        if (indices.TryGetValue((glyph, character.Value), out var index))
        {
            return index;
        }

        index = checked((ushort)entries.Count);
        entries.Add((glyph, character));
        indices[(glyph, character.Value)] = index;
        return index;
    }

    /// <summary>Advance in thousandths of an em.</summary>
    public double WidthOf(int index) => Font.AdvanceOf(entries[index].Glyph) * 1000.0 / Font.UnitsPerEm;

    /// <summary>
    /// The font program with these glyphs only, in the tables ISO 32000-1 §9.9 asks of a FontFile2. Composites pull in their
    /// components as further entries.
    /// </summary>
    public byte[] Build()
    {
        var components = new Dictionary<int, int>();
        var glyphs = new List<byte[]>();
        for (var i = 0; i < entries.Count; i++)
        {
            glyphs.Add(Renumbered(Font.Glyph(entries[i].Glyph).ToArray(), components));
        }

        var (glyf, loca) = Outlines(glyphs);
        var tables = new List<(string Tag, byte[] Data)>();
        foreach (var tag in (ReadOnlySpan<string>)["cvt ", "fpgm", "prep"])
        {
            if (Font.Has(tag))
            {
                tables.Add((tag, Font.Table(tag)));
            }
        }

        tables.Add(("glyf", glyf));
        tables.Add(("head", Head()));
        tables.Add(("hhea", WithCount(Font.Table("hhea"), 34)));
        tables.Add(("hmtx", Metrics()));
        tables.Add(("loca", loca));
        tables.Add(("maxp", WithCount(Font.Table("maxp"), 4)));
        tables.Sort((left, right) => string.CompareOrdinal(left.Tag, right.Tag));
        return TrueTypeFile.Assemble(tables);
    }

    private byte[] Renumbered(byte[] glyph, Dictionary<int, int> components)
    {
        if (!CompositeGlyph.Is(glyph))
        {
            return glyph;
        }

        foreach (var part in CompositeGlyph.Components(glyph))
        {
            if (!components.TryGetValue(part.Glyph, out var index))
            {
                index = entries.Count;
                entries.Add((part.Glyph, null));
                components[part.Glyph] = index;
            }

            BinaryPrimitives.WriteUInt16BigEndian(glyph.AsSpan(part.Position), checked((ushort)index));
        }

        return glyph;
    }

    private static (byte[] Glyf, byte[] Loca) Outlines(List<byte[]> glyphs)
    {
        var glyf = new byte[glyphs.Sum(glyph => Padded(glyph.Length))];
        var loca = new byte[(glyphs.Count + 1) * 4];
        var at = 0;
        for (var i = 0; i < glyphs.Count; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(i * 4), (uint)at);
            glyphs[i].CopyTo(glyf, at);
            at += Padded(glyphs[i].Length);
        }

        BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(glyphs.Count * 4), (uint)at);
        return (glyf, loca);
    }

    private byte[] Metrics()
    {
        var hmtx = new byte[entries.Count * 4];
        for (var i = 0; i < entries.Count; i++)
        {
            var glyph = entries[i].Glyph;
            BinaryPrimitives.WriteUInt16BigEndian(hmtx.AsSpan(i * 4), (ushort)Font.AdvanceOf(glyph));
            BinaryPrimitives.WriteInt16BigEndian(hmtx.AsSpan((i * 4) + 2), Font.LeftBearingOf(glyph));
        }

        return hmtx;
    }

    private byte[] Head()
    {
        var head = Font.Table("head");
        head.AsSpan(8, 4).Clear();
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        return head;
    }

    private byte[] WithCount(byte[] table, int offset)
    {
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(offset), checked((ushort)entries.Count));
        return table;
    }

    private static int Padded(int length) => (length + 3) & ~3;
}
