using System.Text;
using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Tests.Pdf;

public sealed class PdfLexerTests
{
    [Theory]
    [InlineData("null", "null")]
    [InlineData("true", "true")]
    [InlineData("-17", "-17")]
    [InlineData("+.5", "0.5")]
    [InlineData("4.", "4")]
    [InlineData("-0.00001", "0")]
    [InlineData("12 0 R", "12 0 R")]
    [InlineData("[12 0 13 0 R]", "[12 0 13 0 R]")]
    [InlineData("/A#20B", "/A#20B")]
    [InlineData("(a\\(b\\)\\061\\n(c))", "(a\\(b\\)1\n\\(c\\))")]
    [InlineData("(a\\\r\nb\r\nc)", "(ab\nc)")]
    [InlineData("<48 65 6C6>", "<48656C60>")]
    [InlineData("<</A 1/B[/C<</D (x)>>]>>", "<</A 1/B [/C <</D (x)>>]>>")]
    [InlineData("% comment\n<< % more\n/A null>>", "<</A null>>")]
    public void Values_are_read_and_written(string source, string expected)
    {
        var value = new PdfLexer(Encoding.Latin1.GetBytes(source)).Value();

        Encoding.Latin1.GetString(new PdfOutput().Value(value).Written).ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("(open")]
    [InlineData("<41")]
    [InlineData("<4G>")]
    [InlineData("[1 2")]
    [InlineData("<</A 1")]
    [InlineData("<</A 1/A 2>>")]
    [InlineData("<</A>>")]
    [InlineData("<<1 2>>")]
    [InlineData("/A#2")]
    [InlineData("1.2.3")]
    [InlineData("--1")]
    [InlineData("truefalse")]
    [InlineData("}")]
    public void What_is_not_a_value_is_refused(string source) =>
        Should.Throw<PdfFormatException>(() => new PdfLexer(Encoding.Latin1.GetBytes(source)).Value());

    [Fact]
    public void Nesting_has_an_end() =>
        Should.Throw<PdfFormatException>(() => new PdfLexer(Encoding.ASCII.GetBytes(new string('[', 100_000))).Value());

    [Theory]
    [InlineData("Approvals")]
    [InlineData("公共场所卫生许可证")]
    [InlineData("𠮷野家")]
    public void Text_strings_come_back(string text)
    {
        var output = new PdfOutput().Value(PdfString.OfText(text)).ToArray();

        ((PdfString)new PdfLexer(output).Value()).ToText().ShouldBe(text);
    }
}
