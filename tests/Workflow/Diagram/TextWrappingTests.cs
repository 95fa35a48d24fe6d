using Approvals.Workflow.Diagram.Labels;

namespace Approvals.Workflow.Tests.Diagram;

public sealed class TextWrappingTests
{
    [Theory]
    [InlineData("受理", 5, 3, "受理")]
    [InlineData("一次性补正", 5, 3, "一次性补正")]
    [InlineData("一次性告知补", 5, 3, "一次性|告知补")] // no single character alone on the last line
    [InlineData("现场核查（两人）", 5, 3, "现场核查|（两人）")] // an opening bracket never ends a line
    [InlineData("受理材料，审查", 4, 3, "受理材|料，审查")] // a comma never begins one
    [InlineData("Joint review of plans", 6, 3, "Joint|review|of plans")]
    [InlineData("窗口 12 林晓芸", 5, 3, "窗口 12|林晓芸")]
    [InlineData("Donaudampfschifffahrt", 4, 9, "Donaud|ampfsc|hifffahrt")]
    [InlineData("逐项核验现场布局与设施并签名", 5, 2, "逐项核验现|场布局与…")]
    [InlineData("  多\n余  空白 ", 9, 3, "多 余 空白")]
    [InlineData("", 5, 3, "")]
    [InlineData("𠮷𠮷𠮷𠮷", 3, 3, "𠮷𠮷|𠮷𠮷")] // never through a surrogate pair
    public void Lines_break_where_a_reader_expects_it(string text, double ems, int lines, string expected) =>
        string.Join('|', TextWrapping.Wrap(text, ems, 1, lines)).ShouldBe(expected);

    [Theory]
    [InlineData("受理", 2)]
    [InlineData("，", 1)]
    [InlineData("ｱ", 0.5)]
    [InlineData("", 0)]
    public void East_asian_characters_fill_the_em_square(string text, double ems) =>
        TextMeasure.Width(text, 1).ShouldBe(ems);
}
