using System.Net;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Pages.Public;

public sealed class ItemListTests(PageHost host) : IClassFixture<PageHost>
{
    [Fact]
    public async Task Shows_twenty_a_page()
    {
        var browser = host.OpenBrowser();
        var first = await browser.GetAsync("/items");
        first.TextOf("#found").ShouldBe("26 个事项");
        first.Document.QuerySelectorAll("ul.found li").Length.ShouldBe(20);
        first.TextOf(".pages p").ShouldBe("第 1–20 件，共 26 件");

        var second = await browser.GetAsync(first.Document.QuerySelector(".pages a[rel=next]")!.GetAttribute("href")!);
        second.Document.QuerySelectorAll("ul.found li").Length.ShouldBe(6);
        second.TextOf(".pages [aria-current=page]").ShouldBe("2");
    }

    [Fact]
    public async Task Narrows_by_theme_and_back()
    {
        var browser = host.OpenBrowser();
        var narrowed = await browser.GetAsync("/items?theme=%E5%BB%BA%E8%AE%BE%E5%B7%A5%E7%A8%8B");
        narrowed.TextOf("#found").ShouldBe("4 个事项");
        narrowed.TextOf(".facets [aria-current] span").ShouldBe("工程建设");

        var all = await browser.GetAsync(narrowed.Document.QuerySelector(".chip")!.GetAttribute("href")!);
        all.TextOf("#found").ShouldBe("26 个事项");
    }

    [Fact]
    public async Task Says_what_to_do_when_nothing_is_found()
    {
        var page = await host.OpenBrowser().GetAsync("/items?q=zzz");
        page.TextOf(".empty h2").ShouldBe("没有找到");
        page.Document.QuerySelector(".empty a[href='/items']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Script_in_the_search_is_only_text()
    {
        var page = await host.OpenBrowser().GetAsync("/items?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
        page.Document.QuerySelectorAll("script").Length.ShouldBe(1);
        page.Document.QuerySelector("#q")!.GetAttribute("value").ShouldBe("\"><script>alert(1)</script>");
    }

    [Theory]
    [InlineData("/items?page=99", HttpStatusCode.NotFound)]
    [InlineData("/items?page=-1", HttpStatusCode.OK)]
    [InlineData("/items?page=x", HttpStatusCode.OK)]
    public async Task A_page_that_is_not_there(string address, HttpStatusCode status) =>
        (await host.OpenBrowser().GetAsync(address)).Status.ShouldBe(status);
}
