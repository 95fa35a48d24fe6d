using System.Net;
using System.Text;
using Approvals.Cases;

namespace Approvals.Server.Tests.Track;

/// <summary>一次性补正 by the applicant: everything listed, kept while it is not sent, sent once.</summary>
public sealed class CorrectionTests(CaseHost host) : IClassFixture<CaseHost>
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 a new plan");

    [Fact]
    public async Task All_points_are_listed_and_answered_together()
    {
        var key = await host.Cases.SubmitAsync("陈丽娟");
        await host.Cases.AskAtWindowAsync(
            key,
            CaseScenario.Wrong(CaseScenario.FloorPlan, "缺排水位置"),
            new CorrectionPoint(
                CorrectionTarget.Field,
                "signName",
                "招牌名称",
                CorrectionProblem.Wrong,
                "与门头照片不一致"
            )
        );
        var browser = await host.SignInAsync("chenlijuan");
        var mine = await browser.GetAsync($"/me/cases/{key}");
        mine.TextOf(".ask h2").ShouldBe("补正 2 处");
        mine.TextsOf(".ask li b").ShouldBe([CaseScenario.FloorPlan, "招牌名称"]);
        mine.TextOf(".status .lt").ShouldBe("停表");

        var address = $"/me/cases/{key}/correct";
        var page = await browser.GetAsync(address);
        page.TextsOf(".to-correct li b").ShouldBe([CaseScenario.FloorPlan, "招牌名称"]);
        page.Document.QuerySelector("input[name=signName]")!.GetAttribute("value").ShouldBe("澄泉浴场");
        page.Document.QuerySelectorAll("input[type=file]").Length.ShouldBe(1);
        page.Document.QuerySelector("input[name=legalPersonId]").ShouldBeNull();

        var missing = await browser.SendFormAsync(page, "main form", [("signName", "澄泉大浴场"), ("_go", "send")]);
        missing.TextOf(".alert").ShouldContain(CaseScenario.FloorPlan);

        var kept = await browser.GetAsync(address);
        kept.Document.QuerySelector("input[name=signName]")!.GetAttribute("value").ShouldBe("澄泉大浴场");

        var sent = await browser.SendFormAsync(kept, "main form", [("_go", "send")], ("floorPlan", "平面图.pdf", Pdf));
        sent.TextsOf(".log b")[0].ShouldBe("补正提交");
        sent.Document.QuerySelector(".ask").ShouldBeNull();
        (await browser.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        var again = await browser.SendFormAsync(kept, "main form", [("_go", "send")], ("floorPlan", "a.pdf", Pdf));
        again.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_that_is_no_pdf_is_refused_and_nothing_is_sent()
    {
        var key = await host.Cases.SubmitAsync("周文彬");
        await host.Cases.AskAtWindowAsync(key, CaseScenario.Wrong(CaseScenario.FloorPlan, "缺排水位置"));
        var browser = await host.SignInAsync("zhouwenbin");
        var page = await browser.GetAsync($"/me/cases/{key}/correct");
        var refused = await browser.SendFormAsync(
            page,
            "main form",
            [("_go", "send")],
            ("floorPlan", "平面图.pdf", Encoding.ASCII.GetBytes("<script>alert(1)</script>"))
        );
        refused.Document.QuerySelector(".alert").ShouldNotBeNull();
        (await browser.GetAsync($"/me/cases/{key}")).TextOf(".status .lt").ShouldBe("停表");
    }
}
