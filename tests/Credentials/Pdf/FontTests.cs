using System.Buffers.Binary;
using System.Text;
using Approvals.Credentials.Pdf.Drawing;
using Approvals.Credentials.Pdf.Fonts;
using Approvals.Credentials.Pdf.Writing;

namespace Approvals.Credentials.Tests.Pdf;

public sealed class FontTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("清源市卫生健康委员会")]
    [InlineData("Élan Åse naïve ½")]
    [InlineData("𠂇\U000200CC清")]
    [InlineData("（〔2026〕第 1 号）")]
    public void Text_is_drawn_and_comes_back(string text)
    {
        var document = new PdfDocument(new("字体", "清源市", "zh-CN", TestAuthority.Founded));
        var canvas = document.AddPage(300, 60);
        using (canvas.Tag(document.Structure.Add("P")))
        {
            canvas.Text(10, 40, text, new TextStyle(TestFonts.Set.Song, 16, Colour.Black));
        }

        var file = folder.Write("text.pdf", document.ToArray());

        ExternalTool.Succeed("pdftotext", file, "-").Trim().ShouldBe(text);
        var (exitCode, output) = ExternalTool.Run("pdftoppm", "-png", "-singlefile", file, folder["text"]);
        (exitCode, output).ShouldBe((0, ""));
        ExternalTool.Succeed("qpdf", "--check", file);
    }

    [Fact]
    public void Composite_glyphs_bring_their_components()
    {
        var font = TestFonts.Set.Song.Main;
        var whole = Ink(font, 'Å');

        whole.ShouldBeGreaterThan(Ink(font, 'A'));

        static int Ink(TrueTypeFont font, char letter) =>
            GlyphOutline.Of(font, font.GlyphOf(new Rune(letter))).Steps.Count;
    }

    [Fact]
    public void Fonts_with_a_small_character_map_are_read()
    {
        // Format 4: 'A' by its delta, '清' through the glyph array.
        var known = TestFonts.Set.Hei.Main;
        var (latin, chinese) = (known.GlyphOf(new Rune('A')), known.GlyphOf(new Rune('清')));
        ushort[] format4 =
        [
            .. (ushort[])[4, 42, 0, 6, 4, 1, 2],
            .. (ushort[])['A', '清', 0xFFFF, 0],
            .. (ushort[])['A', '清', 0xFFFF],
            .. (ushort[])[(ushort)(latin - 'A'), 0, 1],
            .. (ushort[])[0, 4, 0],
            (ushort)chinese,
        ];
        ushort[] table = [0, 1, 3, 1, 0, 12, .. format4];

        using var font = TrueTypeFont.Open(folder.Write("small.ttf", WithTable("cmap", table)));

        font.GlyphOf(new Rune('A')).ShouldBe(latin);
        font.GlyphOf(new Rune('清')).ShouldBe(chinese);
        font.GlyphOf(new Rune('B')).ShouldBe(0);
        font.GlyphOf(new Rune(0x20087)).ShouldBe(0);
    }

    [Fact]
    public void The_first_face_of_a_collection_is_read()
    {
        const int Header = 16;
        var font = File.ReadAllBytes(TestFonts.HeiFile);
        var tables = BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(4));
        for (var i = 0; i < tables; i++)
        {
            var offset = font.AsSpan(12 + (i * 16) + 8);
            BinaryPrimitives.WriteUInt32BigEndian(offset, BinaryPrimitives.ReadUInt32BigEndian(offset) + Header);
        }

        byte[] collection = [.. "ttcf\0\u0001\0\0\0\0\0\u0001\0\0\0\u0010"u8, .. font];

        using var first = TrueTypeFont.Open(folder.Write("fonts.ttc", collection));

        first.PostScriptName.ShouldBe(TestFonts.Set.Hei.Main.PostScriptName);
        first.GlyphOf(new Rune('清')).ShouldBe(TestFonts.Set.Hei.Main.GlyphOf(new Rune('清')));
        GlyphOutline.Of(first, first.GlyphOf(new Rune('清'))).Steps.Count.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void A_file_that_is_no_font_is_refused() =>
        Should.Throw<InvalidDataException>(() => TrueTypeFont.Open(folder.Write("no.ttf", new byte[64])));

    [Fact]
    public void A_font_cut_short_is_refused()
    {
        var header = new byte[400];
        "\0\u0001\0\0\0\u0001"u8.CopyTo(header);
        "head"u8.CopyTo(header.AsSpan(12));
        header[22] = 0x10;
        header[27] = 0x36;

        Should.Throw<InvalidDataException>(() => TrueTypeFont.Open(folder.Write("cut.ttf", header)));
    }

    /// <summary>The test font with one table replaced, its new bytes at the end of the file.</summary>
    private static byte[] WithTable(string tag, ushort[] values)
    {
        var font = File.ReadAllBytes(TestFonts.HeiFile);
        var table = new byte[values.Length * 2];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(i * 2), values[i]);
        }

        var record = font.AsSpan(font.AsSpan().IndexOf(Encoding.ASCII.GetBytes(tag)));
        BinaryPrimitives.WriteInt32BigEndian(record[8..], font.Length);
        BinaryPrimitives.WriteInt32BigEndian(record[12..], table.Length);
        return [.. font, .. table];
    }
}
