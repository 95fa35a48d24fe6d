using Approvals.Server.Pages.Public.Hall;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Pages.Public;

public sealed class HallTests(PageHost host) : IClassFixture<PageHost>
{
    [Fact]
    public async Task Shows_what_there_is_and_counts_it()
    {
        var page = await host.OpenBrowser().GetAsync("/");

        page.Heading.ShouldBe("要办什么事？");
        page.TextOf(".hero .mut").ShouldBe("全市 7 个单位、26 个事项都在这里，1 个可以网上申请。");
        page.TextsOf(".themes b").ShouldContain("工程建设");
        page.Document.QuerySelectorAll(".themes li").Length.ShouldBe(12);
        page.TextsOf(".used li > a")[0].ShouldBe("公司设立登记（营业执照）");
        page.TextsOf(".top nav a[aria-current=page]").ShouldBe(["办事"]);
    }

    [Fact]
    public async Task Shows_no_figures_before_there_are_any()
    {
        var browser = host.OpenBrowser();
        host.Catalogue.Figures = null;
        (await browser.GetAsync("/")).Document.QuerySelector(".figures").ShouldBeNull();

        host.Catalogue.Figures = new HallFigures(
            new DateOnly(2026, 9, 1),
            new DateOnly(2026, 9, 30),
            20416,
            41,
            18.6m,
            8.3m,
            6.1m
        );
        var page = await browser.GetAsync("/");
        page.TextsOf(".big-number").ShouldBe(["99.7%", "33%"]);
        page.TextOf(".figures .sm").ShouldBe("办结 20,416 件，超期 41 件");
    }

    [Fact]
    public async Task Searching_leads_to_the_list()
    {
        var browser = host.OpenBrowser();
        var found = await browser.SubmitAsync(await browser.GetAsync("/"), "form.find", ("q", "开一家理发店"));

        found.Heading.ShouldBe("全部事项");
        found.TextsOf("ul.found a").ShouldBe(["公共场所卫生许可"]);
    }
}
