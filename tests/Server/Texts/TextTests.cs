using System.Text.Encodings.Web;
using Approvals.Server.Texts;

namespace Approvals.Server.Tests.Texts;

public sealed class TextTests
{
    [Theory]
    [InlineData("{count} {count:thing|things}", 1, "1 thing")]
    [InlineData("{count} {count:thing|things}", 2, "2 things")]
    [InlineData("共 {count} 件", 20416, "共 20,416 件")]
    [InlineData("{other}", 1, "{other}")]
    [InlineData("open { brace", 1, "open { brace")]
    public void Fills_its_places(string pattern, int count, string words) =>
        new Text(pattern, null, [("count", count)]).Plain.ShouldBe(words);

    [Fact]
    public void Encodes_what_it_is_given() =>
        Html(new Text("<{name}>", null, [("name", "<b>&")])).ShouldBe("&lt;&lt;b&gt;&amp;&gt;");

    [Fact]
    public void Keeps_markup_of_its_own() =>
        Html(new Text("{n:day|days} {n}", null, [("n", new Strong(1234))])).ShouldBe("days <b class=\"n\">1,234</b>");

    [Fact]
    public void Says_which_language_it_fell_back_to() =>
        Html(new Text("{data}", "zh-Hans", [("data", "abc")])).ShouldBe("<span lang=\"zh-Hans\">abc</span>");

    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(12, "十二")]
    [InlineData(20, "二十")]
    [InlineData(42, "四十二")]
    [InlineData(101, "一百零一")]
    [InlineData(110, "一百一十")]
    [InlineData(1260, "一千二百六十")]
    [InlineData(1005, "一千零五")]
    [InlineData(0, "0")]
    public void Chinese_numerals_as_laws_write_them(int number, string words) =>
        ChineseNumerals.Of(number).ShouldBe(words);

    private static string Html(Text text)
    {
        using var writer = new StringWriter();
        text.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
