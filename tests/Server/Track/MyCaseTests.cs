using System.Net;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Track;

/// <summary>The case page of the applicant, and what everybody else gets to see of the same case.</summary>
public sealed class MyCaseTests(GoldenCase golden) : IClassFixture<GoldenCase>
{
    private static readonly string[] Personal =
    [
        "陈丽娟",
        "陈*娟",
        "清源市澄泉浴场有限公司",
        "13900000126",
        "359902198604072029",
        "91990102MA7QY26K6J",
        "文庙路 126 号",
        "/documents/",
    ];

    [Fact]
    public async Task The_owner_sees_date_picture_clock_and_log()
    {
        var page = await OwnAsync();
        page.Heading.ShouldBe("公共场所卫生许可");
        page.TextOf(".slip .no").ShouldBe("2026 0916 0001");
        page.TextOf(".status .big").ShouldBe("最迟 10 月 14 日（周三）出结果");
        page.TextOf(".status .mut").ShouldContain("还剩 2 个工作日");
        page.TextOf(".status .lt").ShouldBe("临期");
        page.Document.QuerySelector("svg.proc .tok").ShouldNotBeNull();
        page.TextOf(".steps .now").ShouldContain("审查");
        page.TextOf(".steps").ShouldContain("窗口 12 林晓芸");
        page.TextsOf(".log li b").ShouldBe(["补正提交", "一次性补正告知", "受理", "取号"]);
        page.TextOf(".proof").ShouldContain("…");
    }

    [Fact]
    public async Task The_bar_has_a_cell_for_every_working_day()
    {
        var page = await OwnAsync();
        var cells = page.Document.QuerySelectorAll(".clock i").Select(cell => cell.ClassName!).ToList();
        cells.Count.ShouldBe(28);
        cells.Count(cell => cell == "run").ShouldBe(4);
        cells.Count(cell => cell == "paused").ShouldBe(8);
        cells[12].ShouldBe("today");
        cells.Count(cell => cell == "left").ShouldBe(2);
        cells.Count(cell => cell == "legal").ShouldBe(13);
        page.TextsOf(".clock .fl b").ShouldBe(["承诺 10 月 14 日", "法定 11 月 2 日", "今天 10-12"]);
    }

    [Fact]
    public async Task The_reasons_count_up_to_the_date()
    {
        var page = await OwnAsync();
        page.TextsOf(".reasons b")
            .ShouldBe([
                "9 月 17 日受理，当天不计。",
                "9 月 20 日、10 月 10 日是补班日，照计。",
                "9 月 22 日至 10 月 9 日审查补正，停表 8 个工作日。",
                "中秋 3 天、国庆 7 天不是工作日。",
                "第 7 个工作日是 10 月 14 日。",
            ]);
        page.TextsOf(".reasons span")
            .ShouldContain("承诺 7 天；法定 20 天至 11 月 2 日；行政许可法第四十二条、第四十五条");
        page.TextOf(".cal td.due").ShouldContain("第 7 天 承诺");
        page.TextOf(".cal td.today").ShouldContain("今天 第 5");
    }

    [Fact]
    public async Task Papers_and_messages_stand_on_the_page()
    {
        var page = await OwnAsync();
        page.TextsOf(".log a").ShouldBe(["一次性补正告知书", "受理通知书"]);
        page.TextsOf(".messages li").ShouldContain(words => words.Contains("已受理"));
        page.TextsOf(".documents a").ShouldContain(CaseScenario.FloorPlan);
    }

    [Fact]
    public async Task A_copy_of_the_answers_can_be_read()
    {
        var page = await OwnAsync();
        var owner = await golden.Host.SignInAsync("chenlijuan");
        var address = page.Document.QuerySelector("a[href*='/answers/']")!.GetAttribute("href")!;
        var answers = await owner.GetAsync(address);
        answers.TextOf(".answers").ShouldContain("单位名称 清源市澄泉浴场有限公司");
        answers.TextsOf(".answers dd").ShouldContain(value => value.StartsWith("320", StringComparison.Ordinal));
        var stranger = await golden.Host.SignInAsync("zhouwenbin");
        (await stranger.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Tracking_by_number_shows_the_progress_and_nothing_personal()
    {
        var page = await golden.Host.OpenBrowser().GetAsync("/track?number=2026+0916+0001");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.TextOf(".status .big").ShouldBe("最迟 10 月 14 日（周三）出结果");
        page.Document.QuerySelectorAll(".clock i").Length.ShouldBe(28);
        page.Document.QuerySelector(".log").ShouldBeNull();
        foreach (var secret in Personal)
        {
            page.Body.ShouldNotContain(secret);
        }
    }

    [Theory]
    [InlineData(
        "202609169999",
        HttpStatusCode.NotFound,
        "没有查询号是 2026 0916 9999 的办件。请对照回执再输一次；还不对请打 12345。"
    )]
    [InlineData("hello", HttpStatusCode.OK, "这不是查询号。查询号以取号那天的日期开头，共 12 位数字，印在回执上。")]
    public async Task A_wrong_number_is_told_clearly(string number, HttpStatusCode status, string words)
    {
        var page = await golden.Host.OpenBrowser().GetAsync("/track?number=" + number);
        page.Status.ShouldBe(status);
        page.TextOf(".alert").ShouldContain(words);
        page.Document.QuerySelector("input[name=Number]")!.GetAttribute("value").ShouldBe(number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/withdraw")]
    [InlineData("/rate")]
    [InlineData("/correct")]
    [InlineData("/slip")]
    public async Task Another_persons_case_does_not_exist(string page)
    {
        var stranger = await golden.Host.SignInAsync("zhouwenbin");
        (await stranger.GetAsync(golden.Address + page)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_list_shows_the_case_with_its_light()
    {
        var owner = await golden.Host.SignInAsync("chenlijuan");
        var page = await owner.GetAsync("/me/cases");
        page.TextOf(".my-cases h2").ShouldBe("公共场所卫生许可");
        page.TextOf(".my-cases .where").ShouldBe("临期 审查中 最迟 10 月 14 日");
        var stranger = await golden.Host.SignInAsync("zhouwenbin");
        (await stranger.GetAsync("/me/cases")).TextOf(".empty h2").ShouldBe("还没有办件");
    }

    [Fact]
    public async Task Every_language_is_complete_on_the_page()
    {
        var owner = await golden.Host.SignInAsync("chenlijuan");
        owner.AcceptLanguage = "en";
        var english = await owner.GetAsync(golden.Address);
        english.TextOf(".status .big").ShouldBe("Decided by Wednesday 14 October at the latest");
        english.TextsOf(".reasons b")[^1].ShouldBe("Working day 7 is 14 October.");
        owner.AcceptLanguage = "zh-TW";
        (await owner.GetAsync(golden.Address)).TextOf(".status .big").ShouldBe("最遲 10 月 14 日（週三）出結果");
    }

    [Fact]
    public async Task Documents_open_for_those_who_may_see_the_case_only()
    {
        var page = await OwnAsync();
        var notice = page.Document.QuerySelector(".log a")!.GetAttribute("href")!;
        var upload = page
            .Document.QuerySelectorAll(".documents a")
            .First(link => link.TextContent == CaseScenario.FloorPlan)
            .GetAttribute("href")!;
        var owner = await golden.Host.SignInAsync("chenlijuan");
        var served = await owner.GetAsync(upload);
        served.Status.ShouldBe(HttpStatusCode.OK);
        served.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        served.Response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("sandbox");
        served.Response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        served.Response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("inline");
        (await owner.GetAsync(notice)).Body.ShouldStartWith("%PDF");

        foreach (
            var (account, status) in new[]
            {
                ("zhouwenbin", HttpStatusCode.NotFound),
                ("linxiaoyun", HttpStatusCode.OK),
                ("xuwenqing", HttpStatusCode.OK),
                ("jiangruolan", HttpStatusCode.NotFound),
                ("fangjingyi", HttpStatusCode.OK),
                ("luchengzhi", HttpStatusCode.NotFound),
            }
        )
        {
            var browser = await golden.Host.SignInAsync(account);
            (await browser.GetAsync(upload)).Status.ShouldBe(status, account);
        }

        var nobody = await golden.Host.OpenBrowser().GetAsync(upload);
        nobody.Address.ShouldContain("/account/sign-in");
    }

    private async Task<Shown> OwnAsync() =>
        await (await golden.Host.SignInAsync("chenlijuan")).GetAsync(golden.Address + "?log=all");
}
