using Approvals.Credentials.Pdf.Drawing;

namespace Approvals.Credentials.Tests.Pdf;

public sealed class ChineseLinesTests
{
    /// <summary>Widths in characters; the face's Chinese characters are one em wide.</summary>
    [Theory]
    [InlineData("一二三四五六", 3, "一二三|四五六")]
    [InlineData("一二三，四五", 3, "一二|三，四|五")]
    [InlineData("一二（三四）五", 3, "一二|（三|四）五")]
    [InlineData("一二《三》", 3, "一二|《三》")]
    [InlineData("一二三……四", 4, "一二|三……四")]
    [InlineData("一二三。”四", 4, "一二|三。”四")]
    [InlineData("一二三……四", 3, "一二|三……|四")]
    [InlineData("一二三。”四", 3, "一二|三。”|四")]
    [InlineData("一二三 126 号", 4, "一二三|126 号")]
    [InlineData("第 12 页", 9, "第 12 页")]
    [InlineData("一二三", 3, "一二三")]
    [InlineData("", 3, "")]
    public void Lines_break_where_Chinese_type_allows(string text, int width, string expected)
    {
        var lines = ChineseLines.Break(text, TestFonts.Set.Song, 10, width * 10);

        string.Join('|', lines).ShouldBe(expected);
    }

    [Fact]
    public void The_first_line_leaves_room_for_its_indent() =>
        ChineseLines.Break("一二三四五", TestFonts.Set.Song, 10, 40, 20).ShouldBe(["一二", "三四五"]);

    [Fact]
    public void A_word_longer_than_a_line_is_cut()
    {
        var lines = ChineseLines.Break(new string('W', 40), TestFonts.Set.Song, 10, 100);

        lines.Count.ShouldBeGreaterThan(2);
        lines.ShouldAllBe(line => TestFonts.Set.Song.WidthOf(line, 10, 0) <= 100);
    }

    [Fact]
    public void An_address_goes_on_after_a_slash() =>
        ChineseLines
            .Break("请登录 https://qingyuan.example/cases", TestFonts.Set.Song, 10, 175)
            .ShouldBe(["请登录 https://qingyuan.example/", "cases"]);
}
