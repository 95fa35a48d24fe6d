using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Pipeline;

public sealed class LanguageTests(PageHost host) : IClassFixture<PageHost>
{
    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans")]
    [InlineData("zh-TW,zh;q=0.9", "zh-Hant")]
    [InlineData("zh-HK", "zh-Hant")]
    [InlineData("zh-Hant-MO", "zh-Hant")]
    [InlineData("de-DE,en-GB;q=0.7,zh;q=0.3", "en")]
    [InlineData("en;q=0.2,zh-CN;q=0.9", "zh-Hans")]
    [InlineData("fr", "zh-Hans")]
    public async Task Follows_what_the_browser_wishes(string wishes, string language)
    {
        var browser = host.OpenBrowser();
        browser.AcceptLanguage = wishes;

        (await browser.GetAsync("/")).Document.DocumentElement.GetAttribute("lang").ShouldBe(language);
    }

    [Fact]
    public async Task A_choice_is_remembered_and_keeps_the_page()
    {
        var browser = host.OpenBrowser();
        var chinese = await browser.GetAsync("/items?q=%E8%AE%B8%E5%8F%AF");
        var href = chinese.Document.QuerySelector(".foot a[lang=en]")!.GetAttribute("href")!;
        href.ShouldBe("/items?q=%E8%AE%B8%E5%8F%AF&lang=en");

        (await browser.GetAsync(href)).Heading.ShouldBe("All services");
        (await browser.GetAsync("/")).Heading.ShouldBe("What do you need to do?");
        (await browser.GetAsync("/?lang=zh-Hant")).Heading.ShouldBe("要辦什麼事？");
        (await browser.GetAsync("/?lang=xx")).Heading.ShouldBe("要辦什麼事？");
    }
}
