using System.Net;
using Approvals.Server.Pages.Public.Items;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Pages.Public;

public sealed class ItemTests(PageHost host) : IClassFixture<PageHost>
{
    [Fact]
    public async Task Shows_the_eight_publics_in_order()
    {
        var page = await host.OpenBrowser().GetAsync("/items/QY010");

        page.Heading.ShouldBe("公共场所卫生许可");
        page.TextsOf(".eight h2")
            .ShouldBe(["一事项", "二依据", "三条件", "四材料", "五流程", "六时限", "七收费", "八结果"]);
        page.TextsOf("#basis li")
            .ShouldBe([
                "公共场所卫生管理条例　第三、四、八条",
                "公共场所卫生管理条例实施细则　第二十三、二十五条　条号待核",
                "行政许可法　第四十二条",
            ]);
        page.TextsOf("#materials .what b").Count.ShouldBe(6);
        page.TextsOf("#materials .need")[5].ShouldBe("使用集中空调时");
        page.TextOf("#result b").ShouldBe("公共场所卫生许可证");
    }

    [Fact]
    public async Task Draws_the_promise_and_the_law_as_cells()
    {
        var page = await host.OpenBrowser().GetAsync("/items/QY010");

        page.Document.QuerySelectorAll(".clock i.promised").Length.ShouldBe(7);
        page.Document.QuerySelectorAll(".clock i.legal").Length.ShouldBe(13);
        page.Document.QuerySelector(".clock")!.GetAttribute("aria-label").ShouldBe("承诺 7 个工作日，法定 20 个工作日");
    }

    [Fact]
    public async Task Says_when_an_application_of_today_has_its_result()
    {
        var page = await host.OpenBrowser().GetAsync("/items/QY010");

        page.TextOf(".apply time").ShouldBe("10 月 21 日");
        page.Document.QuerySelector(".apply time")!.GetAttribute("datetime").ShouldBe("2026-10-21");
        page.Document.QuerySelector(".apply a.btn.pri")!.GetAttribute("href").ShouldBe("/me/apply/QY010");
    }

    [Fact]
    public async Task Says_that_a_date_in_a_year_without_notice_is_provisional()
    {
        var before = host.Clock.Now;
        host.Clock.Now = before.AddDays(78);
        var page = await host.OpenBrowser().GetAsync("/items/QY010");
        host.Clock.Now = before;

        page.TextOf(".apply .c").ShouldContain("日期暂定");
    }

    [Fact]
    public async Task Offers_no_application_where_there_is_no_process()
    {
        var page = await host.OpenBrowser().GetAsync("/items/QY001");

        page.Document.QuerySelector(".apply a.btn").ShouldBeNull();
        page.TextOf(".apply .box > .sm").ShouldContain("目前在窗口办理");
    }

    [Fact]
    public async Task Shows_the_process_as_picture_and_as_steps()
    {
        host.Catalogue.Process = new ItemProcess(
            "<svg class=\"proc\" role=\"img\" aria-label=\"受理、决定\"></svg>",
            new([new("受理", Server.Components.Steps.StepState.Todo, "1 天内")])
        );
        var page = await host.OpenBrowser().GetAsync("/items/QY010");
        host.Catalogue.Process = null;

        page.Document.QuerySelector("#process svg.proc").ShouldNotBeNull();
        page.TextOf("#process .steps b").ShouldBe("受理");
    }

    [Fact]
    public async Task Marks_Chinese_data_in_an_English_page()
    {
        var page = await host.OpenBrowser().GetAsync("/items/QY010?lang=en");

        page.Document.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.Document.QuerySelector("h1")!.GetAttribute("lang").ShouldBe("zh-Hans");
        page.TextsOf(".eight h2")[0].ShouldBe("1Service");
        page.TextsOf("#basis .nw")[0].ShouldBe("Articles 3, 4, 8");
    }

    [Fact]
    public async Task An_unknown_code_is_not_found() =>
        (await host.OpenBrowser().GetAsync("/items/QY999")).Status.ShouldBe(HttpStatusCode.NotFound);
}
