using Approvals.Workflow.Forms;
using Approvals.Workflow.Forms.Writing;

namespace Approvals.Workflow.Tests.Forms;

public sealed class SafeHtmlTests
{
    [Theory]
    [InlineData("只要**三样**。", "<p>只要<strong>三样</strong>。</p>\n")]
    [InlineData("# 说明\n一\n二\n\n三", "<h3>说明</h3>\n<p>一 二</p>\n<p>三</p>\n")]
    [InlineData("* 甲\n* 乙\n\n1. 丙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n<ol>\n<li>丙</li>\n</ol>\n")]
    [InlineData("一  \n二", "<p>一<br> 二</p>\n")]
    [InlineData(
        "[样图](/files/1) `x<y` *强* 2 * 3",
        "<p><a href=\"/files/1\">样图</a> <code>x&lt;y</code> <em>强</em> 2 * 3</p>\n"
    )]
    [InlineData("[x](javascript:alert(1))", "<p>x)</p>\n")]
    [InlineData("[x](//evil.example)", "<p>x</p>\n")]
    [InlineData("[x](https://a.example/\"onclick=)", "<p><a href=\"https://a.example/&quot;onclick=\">x</a></p>\n")]
    [InlineData("[x](https://a\"onclick=)", "<p>x</p>\n")]
    [InlineData("<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>\n")]
    [InlineData("\\*不斜\\* a_b_c", "<p>*不斜* a_b_c</p>\n")]
    [InlineData("---", "<hr>\n")]
    public void Markdown_becomes_text_and_nothing_else(string markdown, string html) =>
        SafeHtml.Of(new("p", new LocalText(markdown)), "zh-Hans").ShouldBe(html);

    [Theory]
    [InlineData("<p>甲 &amp; <b>乙</b></p>", "<p>甲 &amp; <b>乙</b></p>")]
    [InlineData("<p onclick=\"x()\" style='a'>甲", "<p>甲</p>")]
    [InlineData("<script>alert(1)</script>乙", "乙")]
    [InlineData("<SCRIPT>alert(1)", "")]
    [InlineData("<svg><a href='javascript:x'>z</a></svg>乙", "乙")]
    [InlineData("<a href=\"JaVaScRiPt:x\">甲</a>", "甲")]
    [InlineData("<a href='java&#10;script:x'>甲</a>", "甲")]
    [InlineData("<a title='>' href='https://gov.example/'>甲</a>", "<a href=\"https://gov.example/\">甲</a>")]
    [InlineData("<img src=x onerror=alert(1)>甲", "甲")]
    [InlineData("</b></p><b>甲", "<b>甲</b>")]
    [InlineData("<b><i>甲</b>乙", "<b><i>甲</i></b>乙")]
    [InlineData("1 < 2 <3", "1 &lt; 2 &lt;3")]
    [InlineData("<!-- <script> -->甲<br/>", "甲<br>")]
    [InlineData("&lt;script&gt;", "&lt;script&gt;")]
    [InlineData("<h1>甲</h1>", "<h3>甲</h3>")]
    [InlineData("<div class=x>甲</div>", "甲")]
    public void Html_keeps_its_simple_elements_without_attributes(string given, string html) =>
        SafeHtml.Of(new("p", new LocalText(given)) { IsHtml = true }, "zh-Hans").ShouldBe(html);
}
